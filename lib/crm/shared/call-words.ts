// What a call's outcome says, by its words: they spoke, or nobody was reached.

const TALKED =
  /(?<!\p{L})(connected|spoke|spoken|talked|answered|gesprochen|erreicht|joint|contactado|gesproken)(?!\p{L})/iu;
const TALK = /(?<!\p{L})conversation(?!\p{L})/iu;
const NOT =
  /(?<!\p{L})(not|never|no|nobody|didn.?t|nicht|nie|niemand|kein|keine|non|pas|personne|nadie|niet|geen)(?!\p{L})/iu;

/** Whoever or whatever took the call, it was not the contact: "Connected to voicemail", "Spoke with gatekeeper". */
const SOMEBODY_ELSE =
  /(?<!\p{L})(voice ?mail|gatekeeper|receptionist|wrong (number|person|contact)|anrufbeantworter|falsche nummer|messagerie|r(é|e)pondeur|faux num(é|e)ro|buz(ó|o)n|n(ú|u)mero equivocado|verkeerd nummer)(?!\p{L})/iu;
const NOBODY =
  /(?<!\p{L})(live message|left message|message left|no answer|not answered|no ?(body|one) (answered|reached)|no response|busy|disconnected|unreachable|not( yet)? (reached|connected)|missed|nicht erreicht|mailbox|besetzt|occup(é|e)|ocupado|geen gehoor|bezet)(?!\p{L})/iu;

/** "Connected, no budget" says that they spoke, "not connected" doesn't: what is denied stands in the same clause. */
function talkedIn(clause: string): boolean {
  const at = clause.search(TALKED);
  if (at >= 0) return !NOT.test(clause.slice(0, at));
  return TALK.test(clause) && !NOT.test(clause);
}

/** "Connected" says that they spoke, "Not connected" doesn't, nor "Connected to voicemail". */
export const spoke = (outcome: string): boolean =>
  !SOMEBODY_ELSE.test(outcome) && outcome.split(/[,;:()|/–—]|\s-\s/u).some(talkedIn);

/** A message was left, nobody took the call, or it was somebody else: our side only. A gatekeeper isn't the contact. */
export const notReached = (outcome: string): boolean =>
  !spoke(outcome) && (SOMEBODY_ELSE.test(outcome) || NOBODY.test(outcome));
