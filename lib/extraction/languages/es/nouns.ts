import type { NounSort } from "../reporting";

const list = (words: string) => new Set(words.trim().split(/\s+/u));

const PERSONS = list(`
  ministro ministra presidente presidenta expresidente expresidenta vicepresidente vicepresidenta alcalde alcaldesa portavoz secretario secretaria director directora
  consejero consejera diputado diputada senador senadora concejal concejala juez jueza fiscal abogado abogada médico médica doctor doctora profesor profesora
  entrenador entrenadora jugador jugadora capitán capitana general coronel comisario comisaria inspector inspectora experto experta analista economista historiador historiadora
  investigador investigadora científico científica biólogo bióloga ingeniero ingeniera arquitecto arquitecta periodista escritor escritora autor autora actor actriz
  cantante músico músico pintor pintora obispo cardenal papa sacerdote rey reina príncipe princesa líder dirigente jefe jefa gerente empresario empresaria
  embajador embajadora gobernador gobernadora canciller rector rectora decano decana maestro maestra vecino vecina testigo víctima acusado acusada agricultor agricultora
  pescador pescadora ganadero ganadera panadero panadera enfermero enfermera bombero bombera policía agente piloto conductor conductora cocinero cocinera presentador presentadora
  señor señora don doña sr sra dr dra d prof titular responsable coordinador coordinadora delegado delegada candidato candidata hermano hermana padre madre hijo hija
  meteoróloga meteorólogo geóloga geólogo química químico física físico librero librera viticultor viticultora guarda técnico técnica representante miembro socio socia fundador fundadora
  sindicalista activista farmacéutico farmacéutica veterinario veterinaria tesorero tesorera notario notaria perito perita estudiante trabajador trabajadora
`);
const BODIES = list(`
  gobierno ministerio ayuntamiento parlamento congreso senado policía guardia ejército fiscalía tribunal juzgado audiencia consejería comisión partido sindicato asociación
  federación fundación empresa compañía banco universidad instituto hospital agencia organización ong iglesia embajada junta generalitat diputación comunidad estado
  administración oposición coalición periódico diario revista cadena emisora club onu otan ue psoe pp vox efe afp reuters ap aena renfe adif ine cnmv moncloa
  casa consejo comité cámara colegio cooperativa grupo servicio dirección secretaría oficina defensoría bodega naviera constructora plataforma cofradía protectora patronal
`);
const GROUPS = list(`
  expertos vecinos testigos agricultores científicos investigadores médicos padres estudiantes trabajadores sindicatos autoridades manifestantes ecologistas aficionados analistas
  críticos bomberos policías agentes ministros diputados economistas jueces ganaderos pescadores comerciantes pasajeros familiares activistas residentes socios meteorólogos
  profesores médicas enfermeras maestros viajeros clientes habitantes técnicos
`);
const DOCUMENTS = list(
  "informe comunicado nota estudio carta escrito sentencia auto encuesta documento texto artículo resolución dictamen acta ley",
);
const UNNAMED = list("fuentes fuente allegados informante");

/** What a noun shows of who bears it; null for a name or a thing. */
export function sortOf(word: string): NounSort | null {
  const lower = word.toLowerCase().replace(/\.$/u, "");
  if (UNNAMED.has(lower)) return "unnamed";
  if (GROUPS.has(lower)) return "group";
  if (BODIES.has(lower)) return "body";
  if (PERSONS.has(lower)) return "person";
  if (DOCUMENTS.has(lower)) return "document";
  return null;
}

const FEMALE_NAMES = list(`
  maría ana carmen isabel laura marta elena lucía paula sara cristina pilar teresa rosa dolores josefa francisca antonia mercedes julia raquel silvia beatriz patricia
  andrea alba irene nuria rocío inés sofía carla clara eva noelia yolanda sonia susana margarita consuelo concepción amparo lola victoria gabriela valentina camila daniela
  alejandra fernanda verónica mónica claudia natalia emilia olga alicia ángela esther gloria luisa manuela martina nora ruth vera
`);
const MALE_NAMES = list(`
  josé juan antonio manuel francisco luis carlos javier miguel pedro ángel rafael fernando alejandro daniel pablo sergio jorge alberto álvaro diego adrián david iván
  rubén óscar raúl ramón enrique vicente andrés jaime joaquín eduardo ricardo roberto salvador ignacio santiago jesús mario alfonso emilio felipe gabriel guillermo
  gonzalo héctor hugo julio marcos martín mateo nicolás tomás víctor xavier jordi josep pau oriol iker unai mikel gustavo rodrigo arturo ernesto esteban lucas leo bruno
`);

export function genderOf(lower: string): "m" | "f" | null {
  if (FEMALE_NAMES.has(lower) || /^(?:señora|doña|sra\.?|dra\.?)$/u.test(lower)) return "f";
  if (MALE_NAMES.has(lower) || /^(?:señor|don|sr\.?)$/u.test(lower)) return "m";
  if (!PERSONS.has(lower)) return null;
  if (
    /(?:portavoz|líder|testigo|víctima|analista|economista|periodista|fiscal|agente|cantante|titular|responsable|policía|sindicalista|activista|representante|miembro|estudiante|guarda|piloto|dirigente|gerente|presidente|juez)$/u.test(
      lower,
    )
  )
    return null;
  return /(?:a|triz|esa)$/u.test(lower) ? "f" : "m";
}

const NAMED =
  /^(?:periódico|diario|revista|película|libro|novela|canción|disco|programa|serie|obra|título|titulada|titulado|lema|operación|proyecto|grupo|buque|barco|restaurante|hotel|premio|huracán|llamada|llamado|denominada|denominado|plataforma|documental|exposición|campaña|concierto|tema|poema|cuadro|ensayo|festival|colectivo|bar|peña|torneo|marca|modelo|concepto|palabra|término|reality|concurso|espectáculo|musical|pesquero|caso)$/u;

export const isNamedByMarks = (lower: string): boolean => NAMED.test(lower);
