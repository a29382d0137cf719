// First names of speakers whom English-language news quotes and whom the American lists miss, typed by hand for this
// project, in the spellings that newspapers use. Folded: lower case, no diacritics.

/** Given almost only to men. */
export const WORLD_MALE_NAMES = `
abbas abdallah abdel abdelaziz abdelfattah abdirahman abdou abdoulaye abdul abdulaziz abdulla abdullah abdulrahman abdur abid
abiy abu adeel adil adnan aftab agha ahmad ahmadullah ahmed ahsan aiman ajay ajit ajmal akbar akhtar akinwumi akio akira akram alaa
alassane aleksandr aleksandar aleksander aleksei alekseiy alexandre alexandros alexei alexey alfonso ali aliaksandr alireza allama altaf
amadou amar amin aminullah amir amit amitabh amjad ammar amr anand anas anatoly anders andre andreas andrei andrej andres andrey andrii
andriy andrzej anil anwar anwarul aram arash arif arne arnaud arsalan arseniy artem arun arvind asad asadullah asghar ashok ashraf
ashwin asif asim aslam ataur atal atif atta aung avigdor awais aymen ayman aziz azam azhar babar babak badr bakhtiar baqir barham
bashar bashir bassam bayram bekir benny benyamin bezalel bhupesh bikram bilal bilawal binyamin biniam bjorn bogdan bola boris
boubacar brahim bulent burak burhan carlos celal cemal cheikh chetan chokri ciro dalil danyal daoud dariusz davit dawood deepak
dev devendra dieter dilip dinesh dirk djamel dmitri dmitriy dmitry dmytro donatas dragan ebrahim ehsan ehud ekrem emmanuel emomali
enrique enver erdal erekle erik essam evgeny ezra faisal faiz faizan fakhar farhad farhan farid farooq farouk faruk fawad faysal fayez
fazal fazl felipe felix feroz fethullah filip firas firdaus florian franck francois fritz fuad fumio gaurav gautam gavriel gennady georgi
georgios georgy gerhard ghassan ghulam gianni giorgi giorgio girish giuseppe gleb gopal goran gordan goutam gudmundur guido guillaume
gulbuddin gunnar gunter gurpreet habib habibullah hafiz hafeez haibatullah haider hakan hakim halil hamad hamdan hamdullah hameed
hamid hamza hani hanif haris harish harjit haroon hasan hashim hasnain hassan hasan hatem haydar heikki heinz hemant henrik hichem
hidayatullah hideki hikmet hilal himanta hiroshi hosni hossein hovik hussain hussein ibrahim idris idriss iftikhar igor ihor ihsan
ihsanullah ijaz ilham ilhan ilkka ilya imad imran imtiaz imranullah inam innocent inzamam iqbal irfan ishaq ishaan ishak islam ismail
ismet ivan iyad jaafar jabbar jacek jacinto jagdeep jagat jahangir jair jairam jalal jalil jam jamal jamil jan janez janos janusz jaroslaw
javad javed javid jawad jawed jayant jean jeroen jerzy jesper jignesh jiri joao jochen joko jong jonas jorg josef joseph jozef juergen
junaid jurgen justyn kailash kais kaiser kamal kamran kapil karan karel karim karl karthik kasim kassym kazem kazimierz keir kemal
kenan kenji khaled khalid khalil khawaja khurram khurshid khwaja kiran kirill kishore kofi kostas kourosh krishna krzysztof
kumar kwame kyriakos lakshman lars laszlo laurent lech leonid levent liam lionel lokman lubomir luca luigi luiz lukas lutfur lwazi maciej
mahathir mahdi mahendra mahesh mahinda mahmood mahmoud mahmud majid malik mallikarjun mamadou mamdouh mamnoon manish manmohan manohar
manouchehr mansoor mansour manuel marat marek mariusz marwan masood masoud massoud masud mateusz mathieu matteo matthias maulana mauricio
maxim mayank md mehdi mehmet mehrdad mevlut michal michel miguel mihai mikhail mikael mikko milan milos milorad min mir mirza mirko mirwais
miroslav mithun mohamad mohamed mohammad mohammadullah mohammed mohan mohit mohsen mohsin moin moises mokhtar moshe mostafa mubarak
mudassar muhammad muhammadu muhannad muhsin mujahid mujib mukesh mukhtar mukul munir murad murat murtaza musa musab mushahid mushtaq
mussa mustafa mustapha mykhailo mykola nabil nadeem nadir naeem naftali naguib nahid najam najib najibullah nana nangyalai narendra
naresh narayan nasir nasrullah nasser naveed naveen nawaz nawab nayib nazir nicolae nicolas nikhil niklas nikolai nikolay nikol nikola
nikolaos nikos nils nirmal nitin nizar noor nouri nur nuri obaid obaidullah okan ola olaf oleg oleh oleksandr oleksii oleksiy olexandr
olivier omar omer onur orhan osama osman otto oumar ousmane ozgur pablo paolo pascal patrice paulo pavel pavlo pawan pawel pedro pekka
per pervaiz pervez petr petro petteri philippe pierre pietro piotr pradeep prakash pramod pranab prasad prashant pratap praveen prem
qais qaiser qamar qasem qasim qassem qazi radek radoslaw radovan rafael rafiq raghav raghuram rahim rahman rahmatullah rahul raila raj
raja rajan rajeev rajendra rajesh rajiv rajnath raju rakesh ramadan ramazan ramesh ramin ramiz rami ramon ramzan rana ranjan ranjit
rashed rasheed rashid rashidul ratan rauf ravi ravindra raza recep reinhard reza riad riaz ricardo rida rifat rishad rishi riyad riyaz
rizwan robert roberto rohan rohit roman romano rouhollah ruben rudolf ruhul rustam ruslan saad saadi sabir sachin sadiq saeed safdar
safi sahibzada said saifuddin saiful saif sajid sajith sajjad saleem saleh salih salim salman sameer sami samir samiullah sandeep
sanjay sanjeev sanjiv santosh saqib sardar satish satya saud sauli saurabh sayed sayeed sayyid sebastien sedat seid selahattin semih
serge sergei sergey sergio serhii serhiy serkan sevket seyed shabbir shafiq shafqat shah shahbaz shaheen shahid shahzad shakeel shakib
shakil shakir shamim shamsul sharad sharif sharjeel shashank shashi shaukat shavkat shehbaz sheharyar shehroz sher sherif shimon shinzo
shivraj shlomo shoaib shyam siddharth siddiq sikandar silvio simeon sirajuddin sohail soner souleymane srinivas stanislaw stefan stefano
stephane subhash sudhir sufyan suhail sukhbir suleiman suleman sulaiman sultan sunil suraj suresh sushil svein syed sylvain szymon
tadeusz tahir taimur takeshi talal talat tamim tanveer tanvir tanzeel tapan taras tareq tariq taro tarun tauseef tawfiq tayyip
tedros temur thabo thaksin thierry tiit tipu tofail tomas tomasz tomislav tonmoy traian tufail tunde turki ubaidullah uddhav uday udo
uhuru ulrich umar umer umesh umit usman uthman uwe vaclav vadim vadym valentin valeri valeriy valery varun vasily vasyl veli venkat
venkatesh viacheslav vijay vikas vikram viktor vimal vinay vincenzo vinod vipin virat vishal vishnu vitali vitaliy vivek vlad vladimir
vladislav vladyslav volker volkan volodymyr vsevolod vyacheslav wael wahid waheed wajid waleed walid waqar wasim werner winfried witold
wojciech wolfgang xavier yair yahya yakub yaqoob yaqub yaroslav yash yasir yasin yasser yavuz yevgeny yitzhak yogesh yogi yoichi yonas
yoshihide yossi yoweri yuri yuriy yusaf yusuf yousaf yousef youssef zabihullah zafar zaheer zahid zahir zaid zain zakaria zaki zalmay
zaman zarif zbigniew zdenek zeeshan zhanat ziad zia ziaur ziauddin zoran zulfikar zulfiqar zubair zvonimir
alastair alasdair angus barnaby benedict callum ciaran conor cormac crispin darragh declan dermot diarmuid duncan dylan eamon eoin
euan ewan fergus fintan fraser giles gareth geoff geraint gethin graeme hamish hugo humza huw iain ieuan jez jonty kier lachlan lewis
lorcan lorne magnus malachy mervyn nigel niall oisin owain padraig piers quentin rhodri rhys rory rupert ruairi sadiq seamus simon
tarquin tristan wes will jem jeb ed greg mike bob bill jim joe tom tim dan dave rob steve matt nick tony ted ron ken don doug jeff
phil pat ben sam andy pete charlie alex max josh jake zach zack nate gabe eli vince stan walt hank chuck mitch newt rahm beto lindsey
`;

/** Given almost only to women. */
export const WORLD_FEMALE_NAMES = `
abida adaeze aditi adwoa afifa afshan agata agnieszka aisha aishwarya aishah akosua alaa aleksandra aleksandrina alia aliya alona
alyona amal amani amina aminata amira amna amneh amparo amrita anahita anastasia anastasiya andrea andrzeja anika anila anisa anita
anjali anke annalena annegret anneliese anousheh anushka aoife apoorva araceli areej arifa arooj arundhati asiya asma aswathi atiya
atsuko aung-san awa ayaka ayesha aylin aysel ayse azadeh azra bahar balqees barkha beata beatriz benazir birgit birgitte bozena brigitte
britta bushra caoimhe carmela carme catarina chandrika chantal charu chiara chika chimamanda chioma chitra christiane ciara claudine
danuta daria deepa deepika delphine dilma dina dipti divya dorota durdana ebru ece edyta efua eilidh ekaterina elif elena elzbieta
emine erna esra eszter eveline ewa faiza farah fareeha farida farzana fatema fatima fatimah fatma fatou fatoumata federica feriha
fiona fozia francoise freya gabriela gauri geeta ghada gita gitanjali giulia giorgia graca grazyna gro gul gulnara gulsen habiba hadiza
hafsa hala halima haleema hana hanan hania hareem harriet hasina haya hedvig heba hedda helle hemalatha hend hiba hilde hina hoda houda
huda huma humaira ifeoma ilse imane inaya inga ingeborg ingrid ipek iram irina isatou ishrat iveta iwona jacinda jadwiga jamila
jamuna jana jasmeet jasvinder jaya jayalalithaa jelena jhumpa joanna jolanta josefina jyoti kaja kalpana kamala kamila kanwal karima
karolina katarzyna katerina katja kavita kaya kerstin khadija khalida khansa kinga kirsi kirti ksenia kubra kulsoom lakshmi lalita
lata latifa lavanya layla leena leila leyla leymah liliana lina lubna ludmila luisa lyudmila madhuri magdalena mahnoor maia maja maliha
malala malalai malgorzata mamta manal manar maneka marine mariam mariana mariya mariyam marija marta maryam maryna marzia mawra mayawati
meena meenakshi mehbooba mehreen mehwish meltem meral merve mette meryem michiko mihaela milica mina mira mirjam moira momina mona
monika mukhtaran mumtaz munira nabila nadia nadezhda nadiya nahid naila najat najla nana-ama nandini nargis nargiz nasim nasreen nasrin
natalia nataliia nataliya natasha nausheen nayla nazanin neelam neha nermin ngozi nidhi nighat nikki nilofar nirmala nirupama nisha
noor noura nuray nurcan nusrat oksana oleksandra olena olha olya oumou oyinkan pallavi palwasha parveen parvin patrycja peng-li pilar
pinar pooja poonam prachi pratibha preeti preity priti priya priyanka quratulain rabia rachana radhika radha ragnhild rahila raisa
raisah rajani rakhi rania rashida ratna razia reem reema rehana rekha renuka reshma reshmaa riffat rima rita ritu roberta robina roisin
roksana romina roshni rosmah roya rubina ruhi rukhsana ruqaya ruta ruxandra saadia saba sabiha sabine sabina sadaf sadia safia sahar
saima saira sajida sakena salma samia samira samina sana sanam sandhya sangeeta sania sanna sanaa saoirse sarita sarojini sarwat saskia
savita sawsan seema selin selma seray shabana shabnam shaheda shaherbano shahnaz shaista shakuntala shamila shamima shamshad shandana
shappi sharmila sharmeen shazia sheela sheena shehla shereen sherin sheikha sherry shilpa shireen shirin shobha shobhana shreya shruti
shweta sibel sigrid silje simin simran sinead siobhan siri smita smriti sneha sobia sofia solveig sonia sonal sorana soumaya stefania
stella sudha suella suhasini suman sumaira sumaya sunita supriya sushma sushmita sviatlana svetlana svitlana swara swati tabassum tahira
tahmina tamar tansu tanuja tanvi tanya taslima tatiana tatyana tehmina tejaswini tetiana tina tuba tulip tzipi uma umm ursula
urszula usha vaidehi valentina valeria vandana varsha vasundhara vera vida vidya vigdis viktoriia viktoriya vjosa wafa wajeeha wangari
warsan wioletta xiomara yael yamini yasmeen yasmin yasmina yelena yevgenia yingluck yulia yuliya yuriko zahra zahida zainab zakia zara
zarqa zehra zeinab zeynep zofia zoya zubeida zuhal zuzana
aoibheann bethan blathnaid branwen bronwyn carys catriona catrin cerys cressida davina eilish eluned emer fionnuala gaynor gemma ginevra
grainne imogen isla jacinta jemima jo kirsty lowri maeve mairead marged mhairi morag niamh nia nuala oonagh orla pippa philippa
poppy priti rhiannon saffron shona sian sioned tamsin thangam theresa tessa una verity zadie liz beth kate meg nikki kirstjen kellyanne
kayleigh
`;

/** Given to both, or known only as a person's name. */
export const WORLD_SHARED_NAMES = `
akua chinwe chukwuemeka gurmeet harpreet jaspreet kulwinder manpreet rajinder simranjit sukhwinder bao chen chi chun dong fang feng gang guo
hai haruki hiro hong hui hyun jae jia jian jie jin jing jun kai kang lei lijian mao ming nguyen ning park ping qiang qing rui seung shan
soo sung tao thanh tien trang tuan wei wen xiang xiao xin xiu xue yan yang ye ying yong yoon yu yuan yue yun zhao zhen zhi zhong
ashti azad bahman dilan nour rozan shirwan aran deniz evren ozgur umut kiran nikita sasha misha zhenya alexandrine bongani sipho themba thandi
lerato tumi kagiso tendai farai tatenda rudo chipo nomsa siphiwe zanele ayo ade tolu femi kemi bisi segun emeka nkem uche obi ike
`;

/** Family names that come first in Chinese, Korean and Vietnamese names ("Xi Jinping" is Xi afterwards). */
export const FAMILY_FIRST_NAMES = `
an bae bai bao cai cao chang chao chen cheng cho choe choi chong chu chun chung cui dai deng ding dinh do dong du duan duong fan fang feng fu
gao geng go gong goh gu guan guo ha hai hao he heo ho hoang hong hou hu hua huang huh huynh hwang hyun jang jeon jeong ji jia jiang jin jing
jo jung kang kim ko kong koo kuo kwak kwon lai lam lan le lee lei leung li liang liao lim lin liu lo long lu luo luong lv lyu ma mai mao
meng min mo moon na nam ngo nguyen ni nie noh oh pak pan park peng pham phan pyo qi qian qin qiu qu ren ri rhee ryu seo shao shen shi shin
sim sin so sohn song su sun sung suh tan tang tao thai tian to ton tong tran trinh tsai tung um vo vu wan wang wei wen won wong woo wu xi xia
xiang xiao xie xin xing xiong xu xue yan yang yao ye yi yim yin yoo yoon you yu yuan yue yun zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou
`;
