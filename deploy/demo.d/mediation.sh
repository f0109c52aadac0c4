# Mediation, in confidence.
say "Mediation: proposed, agreed, a mediator appointed"
as broker mediation propose "$case" --reason 'The crates are worth a conversation.'
as client mediation rules "$case"
as client mediation consent "$case"
as broker mediation consent "$case"
as broker mediation nominate "$case" "$mediator"
as mediator mediation disclose "$case" --none --text 'I know neither side.'
as admin admin clock advance 8d
as admin mediation appoint "$case" "$mediator"

say "A session, and a caucus"
as mediator session schedule "$case" --at "$(day 2)T10:00:00Z"
as admin admin clock advance 3d
as mediator session open "$case" 1 --attending both
as mediator session caucus open "$case" 1 --with client
as mediator mediation note "$case" --caucus client --text 'Would pay EUR 6,800 for peace.'
as mediator session caucus end "$case" 1
as mediator mediation note "$case" --text 'The gap is about EUR 1,200.'
as mediator session end "$case" 1
as mediator mediation impasse "$case"
as mediator mediation report "$case" --occurred --terminated --attending both
as broker history "$case"
