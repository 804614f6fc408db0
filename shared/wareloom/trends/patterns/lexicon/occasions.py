"""What is celebrated."""

OCCASIONS = """
Christmas: xmas, noel!, noël, navidad, weihnachten, weihnachts, santa claus, santa, christmas eve, ugly sweater,
advent calendar, stocking stuffer, merry and bright, kerst, natale
Halloween: trick or treat, jack o lantern, all hallows eve, spooky season
Thanksgiving: turkey day, friendsgiving, thankful grateful blessed
Easter: easter egg, easter bunny, ostern, pâques, pascua, páscoa, pasqua
Valentine's Day: valentines day, valentine day, valentine, valentines, galentine, galentines day, valentinstag, saint
valentin, st valentin, san valentín, san valentino, dia dos namorados
Mother's Day: mothers day, mother day, mothering sunday, mum day, moms day, muttertag, fête des mères, día de la
madre, dia das mães, hari ibu, festa della mamma
Father's Day: fathers day, father day, dads day, vatertag, fête des pères, día del padre, dia dos pais, festa del
papà, hari ayah
birthday: bday, b day, geburtstag, geburtstagsgeschenk, anniversaire, cumpleaños, aniversário, ulang tahun,
compleanno, verjaardag, birthday girl, birthday boy, birthday party, sweet 16, sweet sixteen, 30th birthday, 40th
birthday, 50th birthday, 60th birthday, quinceañera
wedding: weddings, bridal, bride, bride to be, groom, groomsman, groomsmen, groomsmen gift, bridesmaid, maid of honor,
maid of honour, mother of the bride, father of the bride, mother of the groom, newlywed, just married, hochzeit,
mariage, boda, casamento, pernikahan, matrimonio, honeymoon, mr and mrs, flower girl, bridal party, wedding day
bachelorette: bachelorette party, hen party, hen do, bach party, bride squad, junggesellinnenabschied
bridal shower: bridal showers
engagement: engagement gift, she said yes, fiance, fiancé, fiancée, future mrs, proposal gift
anniversary: wedding anniversary, jahrestag, aniversario
graduation: graduate, grad gift, grad party, grad, class of 2024, class of 2025, class of 2026, class of 2027, class
of 2028, senior 2025, senior 2026, senior 2027, abschluss, graduación, formatura, commencement, wisuda, laurea
baby shower: gender reveal, baby announcement, pregnancy announcement, new baby gift, pregnancy reveal
christening: baptism, first communion, holy communion, taufe, baptême, bautizo, batizado
housewarming: house warming, new home gift, first home, einzug, new homeowner, pendaison de crémaillère
retirement: retiree, retired, happily retired, ruhestand, retraite, jubilación, aposentadoria
New Year: new years, new years eve, nye, silvester, nouvel an, año nuevo, ano novo, tahun baru
Lunar New Year: chinese new year, imlek, cny, year of the dragon, year of the snake, year of the horse
St. Patrick's Day: st patricks day, saint patricks day, st paddys day, st patrick, saint patrick, lucky charm,
shamrock
Independence Day: 4th of july, fourth of july, july 4th, july fourth
Memorial Day: memorial day weekend
Veterans Day: veteran day
Juneteenth: june nineteenth
Earth Day: save the earth
Pride?: pride month, gay pride, lgbt pride, lgbtq pride, pride parade, pride flag, lgbtq, lgbt
Hanukkah: chanukah, menorah
Diwali: deepavali
Ramadan: eid, eid mubarak, lebaran, hari raya
Day of the Dead: día de los muertos, dia de los muertos, sugar skull
Mardi Gras: fat tuesday
back to school: first day of school, 100 days of school, schulanfang, rentrée, vuelta al cole, volta às aulas
last day of school: end of school year, schools out
teacher appreciation: teacher appreciation week, teacher appreciation gift
nurses week: nurse week, nurse appreciation
get well: get well soon, cancer survivor gift, recovery gift
farewell: going away gift, leaving gift, goodbye gift, colleague leaving
promotion??: new job gift, job promotion
"""
