# The service, and the people who will need it.
say "The service"
code=$("$bin/parleyd" init --data "$home/data" --development --institution 'Quay Chambers' |
  tee "$home/init" | sed -n 's/^Enrolment code *//p')
cat "$home/init"
"$bin/parleyd" serve --data "$home/data" --listen 127.0.0.1:0 >"$home/serve" 2>"$home/log" &
server=$!
port=
for _ in $(seq 100); do
  port=$(sed -n 's/^Listening on .*:\([0-9]*\)$/\1/p' "$home/serve")
  if [ -n "$port" ]; then break; fi
  kill -0 "$server" || { cat "$home/log" >&2; exit 1; }
  sleep 0.1
done
cat "$home/serve"

say "The people"
enrol admin 'Ada Quay' <<<"$code"
as admin admin organization add 'Duarte Freight'
office=$(quietly admin admin organization list -o json |
  grep -B3 -A3 'Duarte Freight' | sed -n 's/.*"name": *"\([^"]*\)".*/\1/p')
invitation --role broker --organization "$office" --name 'Ines Duarte' \
  --email ines@duarte-freight.example | enrol broker 'Ines Duarte'
invitation --role broker-supervisor --organization "$office" --name 'Tomas Duarte' \
  --email tomas@duarte-freight.example | enrol supervisor 'Tomas Duarte'
invitation --role mediator --name 'Mira Calm' --email mira@calm.example | enrol mediator 'Mira Calm'
invitation --role arbitrator --name 'Arno Just' --email arno@just.example |
  enrol arbitrator 'Arno Just'
mediator=$(member mediator)
arbitrator=$(member arbitrator)
as admin admin panel add "$mediator" --seat mediator
as admin admin panel add "$arbitrator" --seat arbitrator
