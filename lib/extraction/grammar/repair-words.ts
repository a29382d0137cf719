/** Forms that are never nouns, and what they are. */
export const FORMS: ReadonlyMap<string, string> = new Map([
  ...[
    "warns",
    "says",
    "tells",
    "insists",
    "argues",
    "denies",
    "admits",
    "confirms",
    "suggests",
    "believes",
    "thinks",
    "reckons",
    "alleges",
    "asserts",
    "contends",
    "concedes",
    "acknowledges",
  ].map((form) => [form, "VBZ"] as const),
  ...["found", "said", "told", "wrote", "knew", "swore"].map((form) => [form, "VBD"] as const),
]);

export const NO_SUPERLATIVE =
  /^(?:(?:in|con|re)?quest|protest|interest|harvest|forest|guest|arrest|priest|contest|tempest|manifest|conquest|nest|chest|vest|west|midwest|crest)$/;

export const NOUN_TOO =
  /^(?:general|daily|weekly|monthly|chief|executive|representative|relative|native|individual|patient|elder)$/;
