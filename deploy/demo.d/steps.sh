# How the demonstration shows and checks its steps. Every person has a configuration and sessions of
# their own.

steps=0
refusals=0

# A heading of the transcript.
say() { printf '\n=== %s\n' "$*"; }

# Runs a command as somebody without showing it.
quietly() {
  local who=$1
  shift
  XDG_CONFIG_HOME=$home/$who XDG_STATE_HOME=$home/$who "$bin/parley" "$@"
}

# Prints a command as it would be typed.
show() {
  local who=$1
  shift
  printf '\n%s$ parley' "$who"
  local word
  for word in "$@"; do
    word=${word#"$examples"/}
    case $word in
      *[\ \;:]*) printf " '%s'" "$word" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
  printf '\n'
}

# Runs a command as somebody; it must succeed.
as() {
  show "$@"
  steps=$((steps + 1))
  local status=0
  quietly "$@" --yes </dev/null || status=$?
  if [ "$status" != 0 ]; then
    echo "demo: this ended with $status and should have succeeded (step $steps)" >&2
    exit 1
  fi
}

# Runs a command as somebody that must be refused: refused WHO STATUS TEXT COMMAND...; its message
# must hold the text.
refused() {
  local who=$1 expected=$2 text=$3
  shift 3
  show "$who" "$@"
  steps=$((steps + 1))
  refusals=$((refusals + 1))
  local status=0 answer
  answer=$(quietly "$who" "$@" --yes </dev/null 2>&1) || status=$?
  printf '%s\n' "$answer"
  if [ "$status" != "$expected" ]; then
    echo "demo: this ended with $status and should have ended with $expected (step $steps)" >&2
    exit 1
  fi
  if [[ $answer != *"$text"* ]]; then
    echo "demo: the refusal should say: $text (step $steps)" >&2
    exit 1
  fi
}

# Signs somebody in with a one-time code from standard input.
enrol() {
  local who=$1 name=$2
  printf '\n%s$ parley auth login --server localhost:%s --name '"'%s'"'\n' "$who" "$port" "$name"
  steps=$((steps + 1))
  quietly "$who" auth login --server "localhost:$port" --ca "$home/data/keys/tls-certificate.pem" \
    --name "$name" --label "the demonstration"
}

# The code that an administrator's invitation answers; the arguments are those of `admin invite`.
invitation() { quietly admin admin invite "$@" -o id; }

# The id of whoever is signed in.
member() { quietly "$1" auth status -o json | sed -n 's/.*"member": *"\([^"]*\)".*/\1/p' | head -n 1; }

# A day by the clock of the case, so many days from now: 2026-12-24.
day() {
  local now
  now=$(quietly admin admin clock show -o json | sed -n 's/.*"currentTime": *"\([0-9-]*\)T.*/\1/p')
  date -u -d "$now + $1 days" +%F
}
