// Irregular English verbs, form by form; regular endings are undone by rule.
const IRREGULAR =
  "said:say told:tell wrote:write written:write thought:think felt:feel knew:know known:know saw:see seen:see heard:hear " +
  "read:read spoke:speak spoken:speak swore:swear sworn:swear taught:teach found:find held:hold kept:keep left:leave " +
  "made:make meant:mean met:meet paid:pay put:put ran:run sent:send set:set shown:show stood:stand sought:seek took:take " +
  "taken:take gave:give given:give went:go gone:go came:come began:begin begun:begin brought:bring bought:buy chose:choose " +
  "chosen:choose got:get gotten:get forgot:forget foresaw:foresee forecast:forecast understood:understand led:lead " +
  "lost:lose let:let laid:lay broke:break broken:break threw:throw thrown:throw withdrew:withdraw was:be were:be is:be " +
  "are:be am:be been:be being:be has:have had:have having:have does:do did:do done:do 's:be 're:be 've:have 'd:have " +
  "dying:die lying:lie tying:tie retold:retell undertook:undertake overheard:overhear upheld:uphold won:win shot:shoot " +
  "tweeted:tweet posted:post sang:sing rang:ring wept:weep bet:bet cast:cast cut:cut hit:hit hurt:hurt drew:draw drawn:draw " +
  "grew:grow grown:grow drove:drive driven:drive fought:fight caught:catch became:become built:build spent:spend " +
  "sold:sell struck:strike stuck:stick fell:fall fallen:fall rose:rise risen:rise beat:beat beaten:beat shook:shake " +
  "quipped:quip quipping:quip admitted:admit admitting:admit dubbed:dub submitted:submit referred:refer preferred:prefer " +
  "inferred:infer concurred:concur permitted:permit committed:commit omitted:omit transmitted:transmit begged:beg " +
  "planned:plan planning:plan blurted:blurt slammed:slam slamming:slam ripped:rip tapped:tap tipped:tip chatted:chat " +
  "chatting:chat controlled:control patted:pat equipped:equip rebutted:rebut rebutting:rebut regretted:regret " +
  "regretting:regret forbade:forbid bid:bid panned:pan rapped:rap nodded:nod snapped:snap stopped:stop dropped:drop";

const irregular = new Map(IRREGULAR.split(" ").map((pair) => pair.split(":") as [string, string]));

/**
 * The stem under which the weights know a word: irregular forms lead to their verb, then endings, a final e and a
 * doubled consonant go ("noted", "noting" and "note" are all "not"; "told" is "tel"). Nouns lose only a plural s.
 */
export function stemOf(lower: string, tag: string): string {
  if (tag.startsWith("NN")) {
    if (tag === "NNS" || tag === "NNPS") return lower.replace(/ies$/, "y").replace(/s$/, "");
    return lower;
  }
  if (!tag.startsWith("VB")) return lower;
  const known = irregular.get(lower);
  if (known !== undefined) return known.length < 4 ? known : bare(known);
  if (lower.length < 4) return lower;
  if (/ie[sd]$/.test(lower)) return `${lower.slice(0, -3)}y`;
  if (tag === "VBG" && lower.endsWith("ing")) return bare(lower.slice(0, -3));
  if ((tag === "VBD" || tag === "VBN") && lower.endsWith("ed")) return bare(lower.slice(0, -2));
  if (tag === "VBZ" && lower.endsWith("s")) return bare(lower.replace(/(?<=ss|sh|ch|x|zz|o)es$|s$/, ""));
  return bare(lower);
}

const DOUBLES = "bcdfghjklmnpqrstvwxyz";

function bare(stem: string): string {
  const short = stem.endsWith("e") ? stem.slice(0, -1) : stem;
  const last = short.at(-1) ?? "";
  return short.length > 1 && last === short.at(-2) && DOUBLES.includes(last) ? short.slice(0, -1) : short;
}
