#!/usr/bin/env bash
# Makes the spoken clips of the CAPTCHA. Needs espeak-ng and sox; run from anywhere, overwrites the clips.
set -euo pipefail
cd "$(dirname "$0")/../resources/captcha"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# say LANGUAGE VOICE NAME TEXT: without the silence around it, 16 kHz mono 16 bit, equally loud;
# a word alone is spoken slower than one within a phrase
say() {
  mkdir -p "$1"
  local speed=145
  [[ $4 == *' '* ]] || speed=115
  espeak-ng -v "$2" -s "$speed" -g 1 -w "$work/raw.wav" -- "$4"
  sox -D "$work/raw.wav" -r 16000 -b 16 -c 1 "$1/$3.wav" \
    silence 1 0.005 0.1% reverse silence 1 0.005 0.1% fade t 0.01 reverse fade t 0.005 \
    norm -3
}

# clips LANGUAGE VOICE INTRO, then one line for each character: a digit as a word, a letter with a word to spell it
clips() {
  local language=$1 voice=$2
  say "$language" "$voice" intro "$3"
  while read -r character text; do
    say "$language" "$voice" "$character" "$text"
  done
}

clips sl sl 'Koda je:' <<'WORDS'
2 dva
3 tri
4 štiri
5 pet
6 šest
7 sedem
8 osem
9 devet
F ef kot Fala
H ha kot Hrastnik
K ka kot Kamnik
M em kot Maribor
R er kot Ravne
WORDS

clips en en-gb 'The code is:' <<'WORDS'
2 two
3 three
4 four
5 five
6 six
7 seven
8 eight
9 nine
F F, as in foxtrot
H H, as in hotel
K K, as in kilo
M M, as in Mike
R R, as in Romeo
WORDS

clips hr hr 'Kod je:' <<'WORDS'
2 dva
3 tri
4 četiri
5 pet
6 šest
7 sedam
8 osam
9 devet
F ef kao Fužine
H ha kao Hvar
K ka kao Karlovac
M em kao Makarska
R er kao Rijeka
WORDS

clips sr sr 'Kod je:' <<'WORDS'
2 dva
3 tri
4 četiri
5 pet
6 šest
7 sedam
8 osam
9 devet
F ef kao Futog
H ha kao Hajduk
K ka kao Kragujevac
M em kao Morava
R er kao Ruma
WORDS

clips de de 'Der Code lautet:' <<'WORDS'
2 zwo
3 drei
4 vier
5 fünf
6 sechs
7 sieben
8 acht
9 neun
F F wie Frankfurt
H H wie Hamburg
K K wie Köln
M M wie München
R R wie Rostock
WORDS
