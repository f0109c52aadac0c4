# Arbitration, by somebody who knows nothing of the mediation.
say "Arbitration: demanded, answered, an arbitrator appointed"
as broker arbitration demand "$case" --basis contract-clause --agreement E-1 \
  --mediation attempted --fee FEE-2026-17 --relief 'EUR 8,400.00 and the fee.'
as client evidence add "$case" "$examples/answer.pdf" --kind other --title 'Answer'
as client arbitration answer "$case" --admit 1 --contest '2: four crates came back wet'
as broker arbitration nominate "$case" "$arbitrator"
as arbitrator arbitration disclose "$case" --none --text 'I know neither side.'
as admin admin clock advance 8d
as admin arbitration appoint "$case" "$arbitrator"

say "What the arbitrator sees: the contract, and nothing of mediation or offers"
as arbitrator evidence list "$case"
as arbitrator history "$case"
sight=$(quietly arbitrator history "$case" -o jsonl)
for hidden in SETTLEMENT MEDIATION CAUCUS NEUTRAL_PRIVATE INTERNAL; do
  if [[ $sight == *"COMPARTMENT_$hidden\""* ]]; then
    echo "demo: the arbitrator sees an entry of $hidden" >&2
    exit 1
  fi
done
refused arbitrator 3 '' offer show "$case" 1

say "The award"
as arbitrator arbitration order "$case" --kind evidence-timetable --due "$(day 10)" \
  --text 'Both sides file by then.'
as admin admin clock advance 12d
as arbitrator arbitration close-record "$case"
as arbitrator arbitration award "$case" --item 1=granted --item '2=EUR 2,200.00' \
  --costs 'EUR 450.00' --pay-by "$(day 40)" --form reasoned --file "$examples/award.txt"
as client arbitration show "$case"
as client money statement "$case" --print "$home/statement.pdf"
as admin admin clock advance 60d
as broker show "$case"
