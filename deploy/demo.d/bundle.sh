# The record to hand on, checked by whoever gets it.
say "The evidence bundle"
as broker bundle export "$case" --to "$home/harbour.parley.tar"
as broker bundle export "$case" --to "$home/again.parley.tar"
cmp "$home/harbour.parley.tar" "$home/again.parley.tar"
as client bundle export "$case" --to "$home/client.parley.tar" --all
as client bundle verify "$home/client.parley.tar"
tar -tf "$home/harbour.parley.tar"

say "Whoever changes a byte of it is found out"
sed 's/CLM-E-000001/CLM-E-000002/' "$home/harbour.parley.tar" >"$home/changed.parley.tar"
refused broker 1 'was changed' bundle verify "$home/changed.parley.tar"
head -c 40000 "$home/harbour.parley.tar" >"$home/cut.parley.tar"
refused broker 1 'cut off' bundle verify "$home/cut.parley.tar"
