# The award is not paid: the law.
say "Legal: assessed, referred with a second person's approval"
as broker legal assess "$case" --choice counsel --reason 'The award is final and was not paid.'
as broker legal counsel "$case" --counsel 'M. Reis'
refused broker 4 '' approval grant "$case" 1
as supervisor approval grant "$case" 1

say "At court"
paper() { as broker evidence add "$case" "$examples/$1" --kind court-document --title "$2"; }
last() {
  quietly broker evidence list "$case" -o json | sed -n 's/.*"label": *"\(E-[0-9]*\)".*/\1/p' |
    sort -t- -k2 -n | tail -n 1
}
paper court-claim.pdf 'Application for enforcement'
as broker legal file "$case" --document "$(last)" --on "$(day 0)" \
  --court 'Juizo Local de Lisboa' --number 118/26
paper court-service.pdf 'Certificate of service'
as broker legal serve "$case" --document "$(last)" --on "$(day 0)"
as admin admin clock advance 30d
paper judgment.pdf 'Judgment'
as broker legal judgment "$case" --document "$(last)" --on "$(day 0)" --amount 'EUR 8,050.00' \
  --court 'Juizo Local de Lisboa' --number 118/26
paper garnishment.pdf 'Bank attachment order'
as broker legal enforce "$case" --document "$(last)" --on "$(day 0)" --kind garnishment
as broker money post "$case" --amount 'EUR 8,050.00' --on "$(day 0)" --reference SEPA-8812
as broker money quote "$case"
as broker money statement "$case"
paper release.pdf 'Release'
as broker legal satisfy "$case" --document "$(last)" --on "$(day 0)"

say "The record proves itself"
as broker show "$case"
as broker history "$case" --verify
as client history "$case" --verify
as admin admin key rotate
as broker evidence list "$case"
as broker history "$case" --save "$home/docket.json"
as broker history --from "$home/docket.json" --verify
as client history "$case" --reads
