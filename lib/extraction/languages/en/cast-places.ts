// Places whose names begin or end a description of a speaker ("US President Donald Trump", "in Kabul"), and the
// adjectives made from them. Folded: lower case, no diacritics. A name on this list alone is never taken for a person.

function lines(text: string): readonly string[] {
  return text
    .split(",")
    .map((entry) => entry.replace(/\s+/gu, " ").trim())
    .filter(Boolean);
}

/** Countries, states, provinces, capitals and cities that news names without saying where they are. */
export const PLACES: ReadonlySet<string> = new Set(
  lines(`
  afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas, bahrain,
  bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, botswana, brazil, britain, great britain,
  brunei, bulgaria, burkina faso, burma, burundi, cambodia, cameroon, canada, cape verde, chad, chile, china, colombia, comoros,
  congo, costa rica, cote d'ivoire, croatia, cuba, cyprus, czechia, czech republic, denmark, djibouti, dominican republic, ecuador, egypt,
  el salvador, england, eritrea, estonia, eswatini, ethiopia, fiji, finland, france, gabon, gambia, gaza, georgia, germany,
  ghana, greece, greenland, grenada, guatemala, guinea, guyana, haiti, honduras, hong kong, hungary, iceland, india,
  indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kosovo, kuwait,
  kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, macau, macedonia,
  madagascar, malawi, malaysia, maldives, mali, malta, mauritania, mauritius, mexico, moldova, monaco, mongolia,
  montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua, niger, nigeria,
  north korea, south korea, korea, norway, oman, pakistan, palestine, panama, papua new guinea, paraguay, peru,
  philippines, poland, portugal, puerto rico, qatar, romania, russia, rwanda, samoa, saudi arabia, scotland, senegal, serbia,
  seychelles, sierra leone, singapore, slovakia, slovenia, somalia, somaliland, south africa, south sudan, soviet union, spain, sri lanka,
  sudan, suriname, sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand, tibet, togo, tonga, trinidad,
  tunisia, turkey, turkiye, turkmenistan, uganda, ukraine, united arab emirates, uae, united kingdom, uk, u.k, united states,
  united states of america, us, u.s, usa, u.s.a, america, uruguay, uzbekistan, vanuatu, vatican, venezuela, vietnam, wales, west bank, yemen, zambia, zimbabwe,
  africa, asia, europe, north america, south america, latin america, antarctica, arctic, middle east, eu, european union, balkans, caribbean,
  alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois,
  indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi,
  missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota,
  ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont,
  virginia, washington, washington d.c, d.c, west virginia, wisconsin, wyoming,
  alberta, british columbia, manitoba, new brunswick, nova scotia, ontario, quebec, saskatchewan, new south wales,
  queensland, tasmania, victoria, punjab, sindh, balochistan, khyber pakhtunkhwa, kashmir, bihar, gujarat, kerala,
  maharashtra, tamil nadu, uttar pradesh, west bengal, telangana, karnataka, rajasthan, crimea, donbas, donetsk, luhansk, chechnya, catalonia, bavaria, tuscany, sicily,
  abu dhabi, abuja, accra, addis ababa, aden, aleppo, algiers, amman, amsterdam, ankara, athens, atlanta, auckland,
  austin, baghdad, baku, bali, baltimore, bangkok, barcelona, basra, beijing, beirut, belfast, belgrade, bengaluru, berlin, bern,
  birmingham, bogota, boston, brasilia, bratislava, brisbane, bristol, brussels, bucharest, budapest, buenos aires,
  cairo, calais, calgary, cambridge, canberra, cape town, caracas, cardiff, chennai, chicago, cleveland, colombo, copenhagen, dakar, dallas,
  damascus, davos, delhi, new delhi, denver, detroit, dhaka, doha, dubai, dublin, durban, edinburgh, edmonton, florence, frankfurt,
  gaza city, geneva, glasgow, hamburg, hanoi, harare, havana, helsinki, herat, hiroshima, houston, hyderabad, islamabad, istanbul,
  jakarta, jeddah, jerusalem, johannesburg, kabul, kampala, kandahar, karachi, kathmandu, khartoum, kharkiv, kherson, kiev, kigali, kinshasa,
  kolkata, kuala lumpur, kyiv, lagos, lahore, las vegas, leeds, leicester, lima, lisbon, liverpool, ljubljana, london, los angeles, lusaka,
  lviv, madrid, manchester, manila, mariupol, marseille, mecca, medina, melbourne, mexico city, miami, milan, minneapolis, minsk, mogadishu, montreal,
  moscow, mosul, mumbai, munich, muscat, nairobi, naples, newcastle, new orleans, new york city, nottingham, odesa, osaka, oslo, ottawa, oxford, palermo, paris,
  perth, peshawar, philadelphia, phoenix, port-au-prince, portland, prague, pretoria, pristina, pyongyang, quetta, quito, rabat, raleigh, ramallah, rangoon,
  rawalpindi, reykjavik, riga, rio de janeiro, riyadh, rome, rotterdam, salt lake city, san antonio, san diego, san francisco, sanaa, santiago, sao paulo,
  sarajevo, seattle, seoul, shanghai, sheffield, sofia, southampton, st petersburg, stockholm, strasbourg, sydney, taipei,
  tallinn, tashkent, tbilisi, tehran, tel aviv, the hague, tirana, tokyo, toronto, tripoli, tunis, turin, ulaanbaatar,
  valencia, vancouver, venice, vienna, vilnius, warsaw, wellington, winnipeg, wuhan, xinjiang, yangon, yaounde, yerevan, york, zagreb,
  zurich, brooklyn, manhattan, queens, bronx, hollywood, silicon valley, wall street, downing street, capitol hill, white house, kremlin, pentagon,
  diego garcia, cherry hill, rose hill, forest hill, camp david, albert hall, carnegie hall, tammany hall, hyde park, regent park, lincoln park,
  victoria park, albert park, santa rosa, santa clara, santa monica, santa barbara, san jose, san marino, san juan, santa fe, baton rouge, st helena,
  glen innes, glen coe, glen rock, charlotte amalie, lourdes, jackson hole, alice springs, lake charles, fort myers, port arthur, port stanley,
  whitehall, westminster, holyrood, stormont, buckingham palace, elysee, pacific, atlantic, mediterranean, himalayas, sahara
`),
);

/** Adjectives of nation, people, faith and party. */
export const DEMONYMS: ReadonlySet<string> = new Set(
  lines(`
  afghan, african, albanian, algerian, american, angolan, arab, argentine, argentinian, armenian, asian, australian, austrian,
  azerbaijani, bahraini, balochi, bangladeshi, bavarian, belarusian, belgian, bengali, bolivian, bosnian, brazilian, british, bulgarian,
  burmese, californian, cambodian, cameroonian, canadian, catalan, chadian, chechen, chilean, chinese, colombian, congolese, croatian,
  cuban, cypriot, czech, danish, dominican, dutch, ecuadorian, egyptian, emirati, english, eritrean, estonian, ethiopian,
  european, fijian, filipino, finnish, french, gambian, gazan, georgian, german, ghanaian, greek, guatemalan, haitian, honduran,
  hungarian, icelandic, indian, indonesian, iranian, iraqi, irish, israeli, italian, ivorian, jamaican, japanese,
  jordanian, kashmiri, kazakh, kenyan, korean, kosovar, kurdish, kuwaiti, kyrgyz, laotian, latino, latvian, lebanese, liberian,
  libyan, lithuanian, macedonian, malawian, malaysian, maldivian, malian, maltese, mexican, moldovan, mongolian, moroccan,
  mozambican, namibian, nepalese, nepali, new yorker, nicaraguan, nigerian, nigerien, north korean, norwegian, omani,
  pakistani, palestinian, panamanian, paraguayan, pashtun, persian, peruvian, polish, portuguese, punjabi, qatari, rohingya, romanian,
  russian, rwandan, saudi, scottish, senegalese, serbian, sicilian, sindhi, singaporean, slovak, slovenian, somali, south african,
  south korean, soviet, spanish, sri lankan, sudanese, swedish, swiss, syrian, taiwanese, tajik, tamil, tanzanian, texan,
  thai, tibetan, togolese, tunisian, turkish, turkmen, ugandan, ukrainian, uruguayan, uyghur, uzbek, venezuelan,
  vietnamese, welsh, yemeni, zambian, zimbabwean, western, eastern, northern, southern,
  christian, muslim, jewish, catholic, protestant, sunni, shia, shiite, hindu, sikh, buddhist, orthodox, anglican, evangelical, islamic,
  republican, democratic, democrat, conservative, liberal, labour, tory, green, communist, socialist
`),
);

/**
 * Nouns of land, water and streets that names of places end with. Those that are as often a family name (Hill, Lane, Park,
 * Woods, Banks, Brooks, Rivers, Wells) stand apart from them: a first name before one of these makes a person.
 */
export const LAND_NOUNS: ReadonlySet<string> = new Set(
  lines(`
  airport, archipelago, avenue, bay, bayou, beach, bluff, bluffs, boulevard, canal, canyon, cape, cave, caves, channel, circus, city,
  cliffs, coast, cove, creek, crescent, crossing, dam, delta, desert, district, docks, downs, estuary, falls, fjord, forest, gap, garden,
  gardens, glacier, gorge, gulch, gulf, harbor, harbour, hole, inlet, island, islands, isle, isles, junction, lagoon, lake,
  lakes, lough, loch, mesa, mountain, mountains, oasis, ocean, passage, peak, peninsula, pier, plain, plains, plateau, plaza, point, pond,
  promenade, quarry, quay, rapids, ravine, reef, reservoir, river, road, roads, sands, sea, shore, shores, sound, springs, square,
  stadium, station, strait, straits, street, summit, swamp, terrace, town, township, tunnel, valley, viaduct, village, volcano,
  waterfront, wharf
`),
);

/** Words for a side or a part that names of places begin with. */
export const QUARTERS: ReadonlySet<string> = new Set(
  lines("north, south, east, west, upper, lower, inner, outer, mount, port, cape, point, fort, lake, isle"),
);
