# An invoice goes unpaid: filed, reminded, demanded, contested, and no agreement.
say "Negotiation: the broker files"
as broker file --claimant 'Duarte Freight' --client 'Harbour Lettings Ltd' \
  --email accounts@harbour.example --address '3 Quay Row, Falmouth' --contact 'Piers Calder' \
  --item 'INV-2026-118/1=EUR 5,400.00@2026-09-30' --item 'INV-2026-118/2=EUR 3,000.00@2026-09-30' \
  --debtor business --jurisdiction PT --form written-signed --type carriage \
  --clause mediation-first:p4 --clause arbitration:p4 \
  --limitation 2029-09-30 --limitation-source 'Codigo Civil art. 310' \
  --contract "$examples/contract.pdf" --sent-email "$examples/email-1-reminder.eml"
case=$(quietly broker list -o id | head -n 1)
case=${case#disputes/}
as broker evidence add "$case" "$examples/invoice-118.pdf" --kind invoice --item 1 --item 2
as broker email add "$case" "$examples/email-2-reply.eml" "$examples/email-3-photos.eml" --incoming
as broker call log "$case" --out --outcome reached --at "$(day 0)T00:00:00Z" --lasted 6 \
  --text "$(cat "$examples/call-note.txt")"

say "The client takes its seat"
quietly broker invite "$case" --side client --name 'Piers Calder' --email piers@harbour.example \
  -o id | enrol client 'Piers Calder'

say "Arbitration cannot come first"
refused broker 6 'FILED' arbitration demand "$case" --basis contract-clause --agreement E-1 \
  --mediation attempted --fee FEE-2026-17 --relief 'EUR 8,400.00.'

say "Reminder, demand, grace"
as broker reminder send "$case" --by email --text 'The invoice of August is still open.'
as broker demand serve "$case" --by email --reminded reminder:1 \
  --pay 'By transfer to PT50 0002 0123, naming INV-2026-118.'
as client demand show "$case"
refused client 4 'the claimant' write-off "$case" --reason 'We would rather not.'
as client respond "$case" --admit 1 --contest '2=EUR 3,000.00: four crates came back wet'

say "Offers"
as client offer make "$case" --amount 'EUR 5,400.00' --pay-by "$(day 25)" --expires 10d \
  --conditions 'In full and final settlement.'
as broker offer counter "$case" 1 --amount 'EUR 8,000.00' --pay-by "$(day 25)" --expires 10d
as admin admin clock advance 15d
refused client 5 'no longer open' offer accept "$case" 2
as broker impasse "$case" --reason 'Both offers lapsed.'
as broker today
