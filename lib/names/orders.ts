import { isGiven } from "./bodies";

const words = (list: string) => new Set(list.trim().split(/\s+/u));

// names whose family stands first as they are printed; the press keeps that order
const KOREAN = words(`
  kim lee yi rhee park pak bak choi choe jung chung jeong kang gang cho jo yoon yun jang chang lim im han oh seo suh shin sin kwon
  gwon hwang ahn an song yoo yu hong jeon jun chun ko go moon mun yang son sohn bae baek paik heo hur nam shim noh roh ha kwak
  sung cha joo ju woo min ryu na jin ri ro ban eom um won chae
`);
const KOREAN_SYLLABLE =
  /^(?:kk|tt|pp|ss|jj|ch|sh|[gkndtrlmbpsjhcy])?(?:yae|yeo|you|wae|woo|ae|ya|eo|ye|wa|oe|yo|wo|we|wi|yu|eu|ui|oo|ee|uh|ou|[aeiou])(?:ng|[gkndtlmbpsh])?$/u;

const CHINESE = words(`
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han feng deng cao
  peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong cui tan fan mao jin shi dai jia
  xia qiu fang hou zou xiong meng qin bai yan xue yin duan lei tao hao gong shao wan qian xi mo ai lü nie chang qi hua bo geng kong
`);
const COMMON_CHINESE = words(
  "wang li zhang liu chen yang huang zhao wu zhou xu sun zhu hu guo lin gao luo zheng liang xie tang",
);
const PINYIN =
  "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ue|üe|ui|er|[aeiouü])";
const CHINESE_GIVEN = new RegExp(`^${PINYIN}(?:['’]?${PINYIN})?$`, "u");
// written with a hyphen, as in Taiwan and Hong Kong, or as two words, as in Singapore
const SOUTHERN = words(`
  lee tsai chiang sun ma lai chen lam leung tung chan wong cheung lau ng goh lim tan ong teo yeo soong hau ko kuo hung wu lien chu
  cheng fung yuen kwok yip mok tam siu tse tsang yau
`);

const VIETNAMESE = words(`
  nguyen nguyễn tran trần pham phạm hoang hoàng huynh huỳnh phan vo võ dang đặng bui bùi ngo ngô duong dương truong trương dinh đinh
  le lê ho hồ tô tạ mai lý cao đinh
`);
const VIETNAMESE_GIVEN = words(`
  anh an ai ba bach bao binh cao chau chi chinh cuong da dat dinh dong duc dung duy gia giang ha hai han hanh hao hien hiep hieu hoa
  hoai hong hue hung huong huu huy khanh khoa kiet kim lam lan linh loan loc long mai manh minh my nam nga ngan nghia ngoc nguyen
  nhan nhat nhi nhung phat phong phu phuc phung phuong quan quang que quoc quy quynh son tam tan thai thang thanh thao the thi
  thien thinh thong thu thuan thuong thuy tien tin toan tri trong trung truc tu tuan tung tuyen tuyet uyen van viet vinh vu xuan yen
`);

const BURMESE = words(`
  aung san suu kyi min hlaing thein sein htin kyaw win myint ne u daw ko ma maung than shwe nyan tun tin oo zaw htet naing lin
  thant mya khin nyunt soe hla moe mon wai lwin myo nay pyae phyo thura thiha zin ye yan htay htoo htut thu thuzar swe sandar hnin
  ei ohn saw sai mg nu ba chit cho htun hein htwe kyin mar mie mu nanda nilar nwe paing pe phone phyu sint su tayza thandar thazin
  theingi thet thi thida thwin tint wunna yadanar yin zarni zeya zeyar
`);
const SURELY_BURMESE = words(`
  aung kyaw hlaing htin htet khin myint thein suu kyi zaw naing soe lwin nyunt thant shwe hla myo htay swe maung htut htoo htun
  thwin hnin phyo pyae daw
`);

const ICELANDIC_LETTER = /[ðþáéíóúý]/iu;
const ICELANDIC_GIVEN = words(
  "bjarni gunnar geir einar kristrun halla gudni olafur sigurdur sigmundur jon arni bjorn helgi",
);

// patronymics and no families
const ETHIOPIAN = words(`
  abiy tedros hailemariam haile meles mulatu demeke getachew debretsion workneh isaias birhanu billene tewodros menelik taye
  sahle-work lemma zeray tsadkan seyoum girma tesfaye bereket yohannes kebede mengistu alemayehu
`);
const HUNGARIAN_GIVEN = words(`
  péter viktor lászló jános istván gábor zoltán ferenc sándor attila györgy józsef tamás andrás balázs miklós imre mihály károly
  árpád gergely katalin zsuzsanna erzsébet ágnes judit ildikó anna éva mária ilona andrea krisztina dóra réka tímea
`);
const SPANISH_GIVEN = words(`
  ana luisa elena gustavo oscar diego jose luis juan carlos jorge miguel francisco javier manuel rafael ramon ricardo roberto fernando alejandro
  andres enrique eduardo pablo pedro raul sergio alvaro hugo nestor evo nicolas ernesto armando alfredo arturo mauricio gabriel claudia
  maria guadalupe carmen rosa dolores pilar mercedes cristina luisa isabel beatriz patricia alejandra gabriela fernanda xiomara
  mariano ignacio joaquin emilio felipe gonzalo tomas sebastian nayib
  dina epsy laura marta teresa ines ximena lucia
`);
const PORTUGUESE =
  /[ãõç]|^(?:luiz|luís|inácio|antónio|antônio|jair|michel|marcelo|aníbal|rui|jorge|paulo|thiago|silva)$/iu;

const bare = (word: string) =>
  word.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");

/** Whether these words are a name in which the family stands first: Korean, Chinese, Vietnamese or Hungarian. */
export function isFamilyFirst(all: readonly string[]): boolean {
  const [first = "", ...rest] = all.map((word) => word.toLowerCase());
  if (rest.length === 0 || rest.length > 4) return false;
  const last = rest.at(-1) ?? "";
  const syllables = rest.flatMap((word) => word.split("-"));
  const isTwo = syllables.length === 2;
  if (KOREAN.has(first) && isTwo && syllables.every((syllable) => KOREAN_SYLLABLE.test(syllable)))
    return true;
  if (SOUTHERN.has(first) && isTwo && last.includes("-") && /^\p{Ll}/u.test(all.at(-1)?.split("-")[1] ?? ""))
    return true;
  if (first === "lee" && isTwo && /^(?:kuan|hsien) (?:yew|loong)$/u.test(rest.join(" "))) return true;
  if (CHINESE.has(first) && rest.length === 1 && CHINESE_GIVEN.test(last)) {
    return !COMMON_CHINESE.has(last) || COMMON_CHINESE.has(first);
  }
  const isHungarian = all.length === 2 && HUNGARIAN_GIVEN.has(last) && !HUNGARIAN_GIVEN.has(first);
  if (isHungarian && /[áéíóöőúüű]/iu.test(all.join(""))) return true;
  // letters that no other language has tell without knowing the given names
  const isMarked = first !== bare(first) || /[ăđơư\u1ea0-\u1ef9]/iu.test(all.join(""));
  if (VIETNAMESE.has(first) && rest.length > 1 && isMarked) return true;
  const inVietnam = rest.every((word) => VIETNAMESE_GIVEN.has(bare(word)));
  // of two words the letters must tell
  return (
    VIETNAMESE.has(first) && inVietnam && (rest.length > 1 || /[ăâđêôơư\u1ea0-\u1ef9]/iu.test(all.join("")))
  );
}

/** Whether a word is one of a Portuguese name. */
export function isPortuguese(word: string): boolean {
  return PORTUGUESE.test(word) && !/^jorge$/iu.test(word);
}

/** Whether a word is a given name of Spanish. */
export function isSpanishGiven(word: string): boolean {
  return SPANISH_GIVEN.has(bare(word));
}

/** Whether all but the last two words are given names of Spanish, and those two are none. */
export function isSpanishGivenBefore(all: readonly string[]): boolean {
  const keys = all.map(bare);
  const given = keys.slice(0, -2);
  return (
    given.length > 0 &&
    given.every((key) => SPANISH_GIVEN.has(key)) &&
    keys.slice(-2).every((key) => !isGiven(key) && !SPANISH_GIVEN.has(key) && /^\p{L}{3,}$/u.test(key)) &&
    all.every((word) => /^\p{Lu}\p{Ll}/u.test(word))
  );
}

/**
 * Whether these words are a name of which no part is a family's, so that it is never turned round: Burmese, Ethiopian, and
 * Icelandic, where the last word is the father's or the mother's name.
 */
export function hasNoFamily(all: readonly string[]): boolean {
  const keys = all.map((word) => bare(word));
  if (keys.every((key) => BURMESE.has(key)) && keys.some((key) => SURELY_BURMESE.has(key))) return true;
  const last = all.at(-1)?.toLowerCase() ?? "";
  if (ETHIOPIAN.has(keys[0] ?? "") || all.includes("wa")) return true;
  if (/d[oó]ttir$/u.test(last)) return true;
  const isPatronymic = last.endsWith("sson") || last.endsWith("rson");
  return isPatronymic && (ICELANDIC_LETTER.test(all.join("")) || ICELANDIC_GIVEN.has(keys[0] ?? ""));
}
