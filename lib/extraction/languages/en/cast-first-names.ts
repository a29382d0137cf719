// First names with the gender that at least 92 % of their bearers had, among names given 8,000 times or more to
// children born in the United States from 1925 to 2010, and names shared by both that were given 20,000 times or more.
// Source: national baby names data of the US Social Security Administration, a work of the United States government
// and so in the public domain. Counted once; the counts are left out, the three lists are all that resolution needs.

/** Given almost only to men. */
export const US_MALE_NAMES = `
aaron abel abraham abram adam adan aden adolfo adolph adrian agustin ahmad ahmed aidan aiden al alan albert
alberto alden aldo alec alejandro alex alexander alfonso alfred alfredo allan allen alonzo alphonso alton
alvaro alvin amir amos anderson andre andres andrew andy angelo anthony antoine anton antonio antony antwan
archie armand armando arnold aron arthur arturo asa asher augustus austin axel ayden barney barrett barry
bart barton basil beau ben benito benjamin bennett benny bernard bernardo bert bill billy blaine blake bo
bob bobby boyd brad braden bradford bradley bradly brady braeden branden brandon brant braxton brayan
brayden braydon braylon brendan brenden brendon brennan brent brenton bret brett brian brice brock brody
brooks bruce bruno bryan bryant bryce bryon bryson buddy burton byron cade caden caiden caleb calvin camron
carl carlo carlos carlton carmine carson carter cash cayden cecil cedric cesar chad chadwick chance charles
chase chaz chester christian christopher chuck clarence clark claude clay clayton clement cleveland clifford
clifton clint clinton clyde cody colby cole coleman colin collin colt colten colton conner connor conor
conrad cooper corbin cordell corey cornelius cornell cortez cory coy craig cristian cristopher cullen curt
curtis cyrus dale dalton damian damien damion damon dan dane danial daniel danny dante daren darin darius
darrel darrell darren darrin darryl darwin daryl dave david davin davion davis davon dawson dayton dean
deandre deangelo declan delbert delmar demarcus demetrius denis dennis denny denver denzel derek derick
derrick desmond devonte dewayne dewey dexter dick diego dillon dino dion dirk domenic domingo dominic
dominick don donald donnell donnie donny donovan donte doug douglas doyle drake drew duane dudley duncan
dustin dwayne dwight dylan earl earnest easton ed eddie eddy edgar edmond edmund eduardo edward edwin efrain
elbert eldon eli elias elijah elliot elliott ellis elmer elton elvin elvis elwood emanuel emil emiliano
emilio emmanuel emmett enrique eric erich erick erik ernest ernesto ernie errol ervin erwin esteban ethan
eugene evan everett ezekiel ezequiel ezra fabian felipe felix fernando fidel fletcher floyd forest forrest
francisco frank franklin fred freddy frederic frederick fredrick gabriel gael gage galen garland garret
garrett garry garth gary gavin gene geoffrey george gerald gerard gerardo german gilbert gilberto gino
giovanni glen glenn gonzalo gordon grady graham grant greg gregg gregorio gregory griffin grover guillermo
gunnar gus gustavo guy hal hans harlan harold harris harrison harry harvey heath hector henry herbert
heriberto herman hiram holden homer horace houston howard hubert hudson hugh hugo humberto hunter ian
ignacio irvin irving irwin isaac isaiah isaias isiah ismael israel issac ivan jace jack jackson jacob
jacques jake jakob jalen jamal jamar jamel james jameson jaquan jared jarod jaron jarred jarrett jarrod
jarvis jason jasper javier javon jaxon jaxson jay jaylon jayson jeff jefferson jeffery jeffrey jeffry jerald
jeremiah jeremy jermaine jerome jerrod jerrold jerry jess jesse jesus jim jimmy joaquin joe joel joesph john
johnathan johnathon johnny jon jonah jonas jonathan jonathon jorge jose joseph josh joshua josiah josue juan
judah jude judson julian julio julius junior justin kade kaden kaiden kaleb kareem karl keaton keenan keith
kelvin ken kendrick kenneth kennith kenny kent kenton kermit keven kevin khalil kirk kobe kody kory
kristofer kristopher kurt kurtis kyle kyler lamar lamont lance landen landon lanny larry laurence lawrence
leland leo leon leonard leonardo leonel leroy lester levi lewis liam lincoln linwood lionel lloyd logan lon
lonnie lorenzo louie louis lowell loyd luca lucas luis lukas luke luther lyle mack maddox malachi malcolm
malik manuel marc marcel marco marcos marcus mario mark markus marlin marlon marquis marquise marshall
martin marvin mason mateo mathew matt matthew maurice mauricio max maximilian maximus maxwell maynard melvin
merlin mervin michael micheal miguel mike miles millard milo milton mitchel mitchell mohamed mohammad
mohammed moises monroe monte monty morris moses moshe murray myles myron nathan nathanael nathanial
nathaniel neal ned nehemiah neil nelson nestor nicholas nick nickolas nicolas nigel nikolas noah noe nolan
norbert norman norris octavio oliver omar orion orlando orville oscar osvaldo otis otto owen pablo patrick
paul pedro percy perry pete peter phil philip phillip pierce pierre porter preston prince quentin quintin
quinton rafael ralph ramiro ramon randal randall randell randolph randy raphael rashad raul ray raymond
raymundo reed reggie reginald reid reuben rex reynaldo rhett ricardo richard rick rickey ricky rico
rigoberto rob robby robert roberto rocco rocky rod roderick rodger rodney rodolfo rodrick rodrigo rogelio
roger roland rolando roman romeo ron ronald ronnie ronny roosevelt roscoe ross roy royal royce ruben rudolph
rudy rufus russel russell rusty ryan ryder salvador salvatore sam sammy samuel sanford santiago saul scot
scott scotty sean sebastian sergio seth shane shaun sheldon shelton sherman silas simon solomon sonny
spencer stan stanley stefan stephan stephen sterling steve steven stewart stuart sylvester tanner tate ted
teddy terence terrance terrell terrence tevin thaddeus theodore theron thomas thurman tim timmy timothy
titus tobias todd tom tomas tommy tony trace travis trent trenton trevon trevor trey tristan triston troy
truman tucker ty tyler tyree tyrell tyrone tyson ulises ulysses uriel van vance vaughn vernon vicente victor
vince vincent virgil vito wade walker wallace walter ward warren waylon wayne weldon wendell wesley weston
wilbert wilbur wiley wilfred wilfredo will willard william willis wilmer wilson winston woodrow wyatt xander
xavier zachariah zachary zachery zackary zackery zander zane
`;

/** Given almost only to women. */
export const US_FEMALE_NAMES = `
aaliyah abbey abbie abbigail abby abigail ada addie addyson adela adelaide adele adeline adriana adrianna
adrianne adrienne agnes aida aileen aimee ainsley aisha alaina alana alanna alayna alberta alecia alejandra
alena alessandra alexa alexandra alexandria alexia alexus alfreda alice alicia alina alisa alisha alison
alissa alivia aliyah allie allison allyson alma alondra alta althea alyce alycia alysha alysia alyson alyssa
amalia amanda amaya amber amelia america amie amy ana anahi anastasia andrea andria angela angelia angelica
angelina angeline angelique angelita angie anika anissa anita aniya aniyah ann anna annabelle annamarie anne
annemarie annette annie annika annmarie antionette antoinette anya april araceli ariana arianna arielle
arleen arlene arline ashanti ashlee ashleigh ashley ashlie ashly ashlyn ashlynn asia athena aubree audra
audrey aurora autumn ava avis ayana ayanna ayla bailee barbara baylee beatrice beatriz becky belinda bella
benita bernadette bernadine bernice bertha bessie beth bethany betsy bette bettie betty bettye beulah
beverley beverly bianca blanca blanche bobbi bonita bonnie brandi brandie brandy breana breanna breanne
brenda brenna bria briana brianna brianne bridget bridgett bridgette brielle britney brittani brittany
brittney brooke brooklyn brooklynn bryanna brynn cadence caitlin caitlyn callie camila camilla camille
candace candice candy cara caren cari carina carissa carla carlee carlene carley carlie carly carmela
carmella carol carole carolina caroline carolyn carrie caryn casandra cassandra cassidy cassie catalina
catherine cathleen cathryn cathy catrina cayla cecelia cecile cecilia celeste celia celina celine chana
chandra chanel chantel charity charlene charlotte charmaine chasity chastity chaya chelsea chelsey chelsie
cheri cherie cherry cheryl cheyanne cheyenne chloe christa christal christi christiana christie christin
christina christine christy chrystal ciara ciera cierra cindy claire clara clare clarice clarissa claudette
claudia claudine coleen colette colleen concetta connie constance consuelo cora corina corine corinne
cornelia corrine courtney cristal cristina cristy crystal cynthia daisy dalia damaris danette danica daniela
daniella danielle danna daphne dara darla darlene dawn dayna deana deann deanna deanne debbie debby debora
deborah debra deena deidra deidre deirdre deja delaney delia delilah della delois delores deloris demetria
dena denice denise desirae desiree destinee destiny diamond diana diane diann dianna dianne dina dinah
dionne dixie dollie dolly dolores dona donna dora doreen doris dorothea dorothy dorthy dulce earlene earline
earnestine ebony edith edna edwina effie eileen elaina elaine eleanor elena eliana elinor elisa elisabeth
elise elissa eliza elizabeth ella ellen ellie elma elnora eloise elsa elsie elva elvira elyse emely emilee
emilia emilie emily emma erica ericka erika erin erma ernestine esmeralda esperanza essie estella estelle
ester esther estrella ethel etta eugenia eula eunice eva evangeline eve evelyn faith fannie fatima faye
felecia felicia fern fernanda fiona flora florence frances francesca francine francisca freda frieda
gabriela gabriella gabrielle gail gay gayla gayle gena genesis geneva genevieve georgette georgia georgina
geraldine gertrude gia gianna gilda gillian gina ginger giovanna giselle gladys glenda glenna gloria goldie
grace gracie graciela greta gretchen griselda gwen gwendolyn hailee hailey haleigh haley halle hallie hanna
hannah harmony harriet harriett hattie haylee hayley haylie hazel heather heaven heidi helen helena helene
henrietta hilary hilda hillary holli hollie holly hope ida ila ilene iliana imani imogene ina india inez
ingrid irene iris irma isabel isabella isabelle isis itzel iva ivette ivy izabella jacklyn jaclyn jacquelin
jacqueline jacquelyn jada jade jami jana janae jane janel janell janelle janessa janet janette janice janie
janine janis janna jannie jaqueline jasmin jasmine jayda jayla jayne jazmin jazmine jean jeanette jeanie
jeanine jeanna jeanne jeannette jeannie jeannine jena jenifer jenna jennie jennifer jenny jeri jerri jessica
jill jillian jo joan joann joanna joanne jocelyn jodi joelle johanna johnna jolene jolie joni josefina
joselyn josephine josie joy joyce juana juanita judi judith judy julia juliana julianna julianne julie
juliet juliette julissa june justina justine kaci kacie kaelyn kaila kailee kailey kailyn kaitlin kaitlyn
kaitlynn kaleigh kaley kali kami kara karen kari karin karina karissa karla karlee karli karlie karly karrie
karyn kasandra kassandra kassidy kate katelin katelyn katelynn katharine katherine katheryn kathi kathie
kathleen kathrine kathryn kathy katie katina katlyn katrina katy kay kaye kayla kaylee kayleigh kaylie
kaylin kaylyn keely keira keisha kelli kellie kelsey kelsi kelsie kendra kenzie keri kerri kerrie khloe
kiana kiara kiera kierra kiersten kiley kimberlee kimberley kimberly kira kirsten kirstin kitty kourtney
krista kristal kristen kristi kristie kristin kristina kristine kristy kristyn krystal krystle kyla kylee
kyleigh kylie kyra lacey laci lacie ladonna laila lakeisha lakesha lakisha lana lara larissa lashonda
latanya latasha latisha latonya latoya latrice laura laurel lauren lauri laurie lauryn lavonne lawanda layla
lea leah leann leanna leanne leeann leila leilani lela lena lenora lenore leola leona lesa lesly letha
leticia letitia lexi lexie lia liana libby liberty lidia lila lilia lilian liliana lillian lillie lilly lily
lina linda lindsay lindsey lisa lisette liz liza lizbeth lizette lizzie lois lola lora loraine lorelei
lorena lorene loretta lori lorie lorna lorraine lorri lorrie lottie louisa louise lourdes luann luanne lucia
lucile lucille lucinda lucretia lucy luella luisa lula luz lydia lyla lynda lyndsey lynette lynne lynnette
mabel mable macey macie mackenzie macy madalyn maddison madeleine madeline madelyn madelynn madilyn madison
madisyn madonna madyson mae maegan magdalena maggie maia makayla makenna makenzie malia malinda mallory
mamie mandi mandy mara maranda marcella marci marcia marcie marcy margaret margarita margery margie margo
margot marguerite mari maria mariah mariam marian mariana marianna marianne maribel maricela marie mariela
marietta marilyn marilynn marina marisa marisela marisol marissa maritza marjorie marla marlena marlene
marlys marquita marsha marta martha martina marva mary maryann maryanne marybeth maryellen maryjane marylou
matilda mattie maura maureen mavis maxine may maya mayra mckayla mckenna mckenzie meagan meaghan megan
meghan melanie melany melba melina melinda melisa melissa melodie melody melva mercedes meredith merry mia
micaela michaela michele michelle mikaela mikayla milagros mildred millie mina mindy minerva minnie miracle
miranda miriam misti misty mitzi mollie molly mona monica monika monique moriah muriel mya myra myrna myrtle
nadia nadine nancy nanette naomi natalia natalie nataly natasha nathalie nayeli nelda nell nellie nettie
neva nevaeh nia nichole nicole nicolette nikki nina nita noelle noemi nola nona nora noreen norma nyla
octavia odessa ola olga olive olivia opal ophelia paige pam pamela paola patience patrica patrice patricia
patsy patti patty paula paulette paulina pauline pearl pearlie peggy penelope penny perla petra phoebe
phyllis piper polly portia precious princess priscilla queen rachael racheal rachel rachelle rae raegan
ramona randi raquel raven reba rebeca rebecca rebekah regina reina rena renae renee reva reyna rhea rhiannon
rhoda rhonda richelle rita roberta robyn rochelle rocio ronda rosa rosalie rosalind rosalinda rosalyn
rosanna rosanne rose roseann rosella roselyn rosemarie rosemary rosetta rosie roslyn roxana roxann roxanna
roxanne roxie ruby ruth ruthie ryleigh rylie sabrina sade sadie sallie sally samantha samara sandi sandra
sara sarah sarai sasha saundra savanah savanna savannah scarlett selena selina selma serena serenity shaina
shana shania shanice shanna shantel shari sharlene sharon sharron shauna shawna shayla shayna sheena sheila
shelia shelley shellie shelly sheree sheri sherri sherrie sherry sheryl shirley sienna sierra silvia simone
sofia sondra sonia sonja sonya sophia sophie staci stacia stacie starr stefanie stella stephanie stephany
sue summer susan susana susanna susanne susie suzan suzanna suzanne suzette sybil sydney sylvia tabatha
tabitha talia tamara tameka tamera tami tamia tamika tammi tammie tammy tamra tana tania tanisha tanya tara
taryn tasha tatiana tatyana tera teresa teri terra terri terrie tess tessa thalia thelma theresa therese tia
tiana tianna tiara tierra tiffani tiffanie tiffany tina tisha toni tonia tonya tori traci tracie tricia
trina trinity trisha trista trudy twila tyra ursula valarie valencia valentina valeria valerie vanessa velma
vera verna veronica vicki vickie vicky victoria viola violet virgie virginia vivian viviana vonda wanda
wendi wendy whitney willa willow wilma winifred winnie ximena yadira yasmin yasmine yesenia yolanda yvette
yvonne zoe zoey
`;

/** Given to both: they show that a person is meant, not of which gender. */
export const US_SHARED_NAMES = `
addison alexis ali angel antonia ariel ashton aubrey august avery bailey bennie billie blair bobbie camden
cameron camryn carey carmen carroll cary casey chandler charlie chris cleo dakota dallas dana darcy darnell
devin devon dominique dorian eden elisha fay francis frankie freddie gale gerry grayson guadalupe harley
hayden ira jackie jaden jaiden jaime jamie jan jayden jaylen jessie jewel jimmie jodie jody joey johnnie
jordan jordyn justice kai kameron kasey kayden keegan kelley kelly kendall kennedy kenya kerry kim kris
kristian lacy lane laverne lee leigh lesley leslie loren lou lupe lynn marion marty merle micah mickey
morgan noel ollie paris parker pat payton peyton quincy quinn reagan reese rene riley robbie robin rory
rylee sammie sandy shannon shawn shelby sidney skylar skyler stacey stacy taylor terry toby tommie tracey
tracy willie
`;
