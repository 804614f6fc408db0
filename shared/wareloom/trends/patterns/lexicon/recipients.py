"""Whom an offer is for: family, then those who love something, then trades and callings."""

RECIPIENTS = """
mom: mum, mama, mommy, mother, mamá?, maman, madre?, mãe, mutter?, ibu?, mamma, mam?, mom life, mama bear
dad: daddy, papa, father, father figure, papá?, padre?, pai?, vater?, ayah, pappa?, dada?, dad life
new mom: new mama, first time mom, mom to be, mommy to be, expecting mom, pregnant mom, mum to be, werdende mama
new dad: first time dad, dad to be, daddy to be
dog mom: dog mama, dog mum, fur mama, fur mom, dog mother, hundemama, perro mamá
dog dad: dog daddy, dog father, fur dad
cat mom: cat mama, cat mum, crazy cat lady, cat lady, katzenmama
cat dad: cat daddy, cat father
dog lover: dog owner, dog person, dog people, puppy lover, hundeliebhaber, dog parent, dog walker
cat lover: cat owner, cat person, cat people, kitten lover, katzenliebhaber, cat parent
horse lover: horse girl, equestrian, horse owner, horse rider
bird lover: bird watcher, birdwatcher, birder, bird nerd
pet owner: pet lover, pet parent, animal lover
plant lover: plant mom, plant lady, plant parent, plant dad, crazy plant lady, plant person
boy mom: mom of boys, boy mama
girl mom: mom of girls, girl mama
girl dad: dad of girls
stepmom: step mom, bonus mom, stepmother, step mum
stepdad: step dad, bonus dad, stepfather
grandma: grandmother, nana, granny, gigi?, abuela, oma, mamie, mimi?, nonna, vovó, nenek, grammy?, memaw, grandmama
grandpa: grandfather, granddad, grandad, gramps, abuelo, opa, papi?, nonno, vovô, kakek, pawpaw, papaw, pop pop
mother-in-law: mother in law, schwiegermutter, belle mère, suegra
father-in-law: father in law, suegro
aunt: auntie, aunty, tía?, tante?, tia?
uncle: funcle, tío?, onkel
sister: sis?, big sister, little sister, soul sister?, hermana, schwester, soeur, irmã
brother: big brother, little brother, bro?, hermano, bruder, irmão
wife: wifey, ehefrau, esposa, future wife
husband: hubby, ehemann, esposo, marido, future husband
girlfriend: gf?, freundin?, novia?, namorada, pacar?
boyfriend: bf?, novio?, namorado
couples: couple?, mr and mrs, newlyweds, pärchen, his and hers, matching couple
bride: bride to be, future mrs, bride squad
groom: groom to be
bridesmaid: maid of honor, maid of honour, flower girl
groomsman: groomsmen!, best man?
daughter: hija, tochter, filha, granddaughter
son?: grandson, hijo?, sohn?, filho?
godmother: godparent, fairy godmother?, madrina, taufpatin
godfather?: padrino?
best friend: bestie, bff, beste freundin, mejor amiga, melhor amiga
friend?: friends!?
women?: womens, ladies, damen, femme, femmes, mujer, mujeres, mulher, feminina, wanita?, donna?, her!?, woman?
men?: mens, herren, homme, hommes, hombre, hombres, homem, masculina, pria?, uomo, him!?, man!?
kids: kid, child?, children, childrens, youth?, kinder, enfants?, enfant?, niños, niño?, niña?, criança, anak?,
bambini, infantil
toddler: toddlers
baby?: babies!?, newborn, infant, bébé?, bebé?, bebê?, bayi?, baby boy, baby girl
teens: teen, teenager, teen girl, teen boy, tween
girls?: girl?, mädchen?, little girl
boys?: boy?, jungen?, little boy
family?: family matching, matching family, familie?, famille?, familia?
coworker: colleague, work bestie, office mate, kollegin, kollege, co worker
boss?: boss lady?, lady boss?, best boss
teacher: lehrerin, lehrer, profesora, profesor, professora, maestra, maestro?, guru?, preschool teacher, kindergarten
teacher, math teacher, art teacher, music teacher, maîtresse?, educator, teaching assistant
nurse: rn nurse, icu nurse, er nurse, nursing student, nicu nurse, school nurse, krankenschwester, enfermera,
enfermeira, infirmière, perawat, pediatric nurse, registered nurse
doctor: surgeon, physician, arzt?, ärztin?, médico?, future doctor
dentist: dental hygienist, dental assistant, orthodontist
veterinarian: vet tech, veterinary technician, vet student
pharmacist: pharmacy tech
therapist: occupational therapist, physical therapist, massage therapist, speech therapist, psychologist, slp!
paramedic: emt!, first responder, ambulance crew
firefighter: fireman, firemen, fire fighter, feuerwehrmann, bombero, pompier?
police officer: policeman, cop?, law enforcement
veteran: army veteran, navy veteran, military veteran, us veteran
soldier?: army wife, military wife, deployed?
truck driver: trucker, truckers!
bus driver: school bus driver
mechanic?: car mechanic, auto mechanic, diesel mechanic
welder: welders!
electrician: elektriker
plumber: klempner
carpenter: woodworker, tischler, schreiner
engineer: engineering student, software engineer, ingenieur, mechanical engineer, civil engineer
programmer: software developer, web developer, coder, sysadmin, data scientist, developer?
lawyer: attorney, law student, paralegal, anwalt?
accountant: cpa!, bookkeeper, steuerberater
librarian: school librarian
scientist: biologist, chemist, physicist, geologist, science lover, lab tech
hairdresser: hair stylist, hairstylist, barber?, friseurin
photographer: fotograf
artist?: painter?, art lover
musician: guitarist, drummer, pianist, bassist, violinist, guitar player, music lover, musiker
reader?: book lover, bookworm, bibliophile, avid reader, book nerd, bookish!, leseratte, book club
writer?: author gift
gamer: video gamer, pc gamer, gaming lover
golfer: golf lover
runner?: marathon runner, trail runner
cyclist: bike lover, bicycle lover, mountain biker
biker: motorcycle rider, motorcyclist
hiker: hiking lover, backpacker
camper?: camping lover, happy camper
angler: fisherman, fishermen!, fishing lover, fishing dad, bass fisherman, angeln
hunter?: deer hunter, bow hunter, hunting dad
gardener: garden lover, gardening lover, gärtnerin, gärtner
farmer: farm girl, farmer wife, homesteader
beekeeper: bee lover, imker, apiarist
knitter: knitting lover, crocheter, yarn lover, quilter, crochet lover
sewist: seamstress, sewing lover
baker: home baker, baking lover
chef: grill master, home cook, bbq lover, pitmaster
barista??: coffee barista
coffee lover: coffee drinker, coffee addict, coffee person
tea lover: tea drinker
wine lover: wine mom, wine drinker
beer lover: brewer, craft beer lover, home brewer
bartender: mixologist
dancer: ballerina, dance mom, dance teacher
swimmer: swim mom, swim team
coach: soccer coach, football coach, basketball coach, cheer coach
sports mom: baseball mom, soccer mom, football mom, softball mom, basketball mom, hockey mom, cheer mom
traveller: traveler, world traveler, wanderer?, globetrotter
student: college student, university student, med student, medical student, dorm?
introvert: homebody, antisocial
yogi: yoga lover, yoga teacher, yoga mom
fitness lover: gym lover, gym bro, weightlifter, crossfitter, gym rat, bodybuilder
"""
