export const UNNAMED = new Set("unnamed unidentified anonymous undisclosed".split(" "));
export const INDEFINITE = new Set("a an one another someone somebody anyone".split(" "));
export const RELATIVE = new Set("who whose which that including such like speaking citing".split(" "));
// "two in three parents", "most of the players": the group is the last noun
export const SHARES =
  /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|half|most|many|some|few|none|several|thirds|quarters|percent)$/u;
export const POINTING = new Set("the these those this that".split(" "));

// figures are no document that hands words on
export const FIGURES = /^(?:figures?|data|statistics|numbers|estimates?|results?|records|surveys?|polls?)$/u;

// "Yonhap news agency" is Yonhap, but "Richmond police" are not Richmond
export const NAMED_APART =
  /^(?:agency|newspaper|paper|company|companies|group|firm|magazine|station|network|channel|website|site|broadcaster|daily|party|movement|service|administration|campaign|team|family|bank|chain|brand|app|platform|maker|carmaker|airline|charity|organi[sz]ation|newswire|outlet|journal|tabloid|weekly)$/u;
