"""Words that say little and come everywhere, by language."""

from string import ascii_lowercase


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SMALL_WORDS = {
    "en": _words(
        "the and to of is it you that in for on with this was are be have not my but they at so what all just your if "
        "he she we me like can do get there about will when or from one up out as an how who has his her no im i'm "
        "it's don't that's you're can't their would why their been more than love lol good u new day today now i a go "
        "its our don thats dont"
    ),
    "es": _words(
        "no me es a encanta odio feliz que el la los las una por para con pero más como muy está esta esto eso qué "
        "cuando porque también hay hoy mi tu su lo le les nos te del al se ya sin sobre todo todos nada bien gracias "
        "soy eres es un y siempre gusta quiero día vida amor nunca hasta donde fue tiene ser bueno buena mejor jajaja "
        "jaja"
    ),
    "pt": _words(
        "que não uma para com mais mas como muito está isso você eu ele ela meu minha seu sua dos das nos na no em "
        "por também já quando porque hoje obrigado obrigada bom boa tudo nada são foi tem ser ao aos pra pro vou "
        "gente nunca sempre agora ainda kkkk um é e o os as"
    ),
    "fr": _words(
        "le la les des une est et pas que qui dans pour avec sur mais très c'est j'ai je tu il elle nous vous ils "
        "elles mon ma mes ton ta ses ce cette ces au aux du de en ne se si plus tout tous bien merci suis être fait "
        "comme aussi sans où quand parce ça c’est j’ai toujours jamais trop aime un y d'un l'on qu'il"
    ),
    "de": _words(
        "der das und ist nicht ich du er sie wir ihr ein eine einen einem einer mit auf für von zu zum zur den dem "
        "des auch aber wie noch nur wenn mich mir dich dir sich schon mehr sehr gut heute immer habe hat haben sind "
        "bin kann wird oder weil dass nach über bei aus ja nein danke mein meine kein keine alles jetzt doch"
    ),
    "it": _words(
        "il lo la gli le una che di del della dei delle non è per con sono ma anche come più questo questa mi ti si "
        "ci al alla nel nella sul da dal io tu lui lei noi voi ho hai ha abbiamo molto bene grazie sempre mai oggi "
        "quando perché cosa tutto tutti fa bella bello un e ancora essere"
    ),
    "nl": _words(
        "de het een en van ik je niet dat die er maar ook met voor op zijn aan om dan nog wel naar hij zij ze wij we "
        "mijn jouw heeft heb hebben ben bent wordt kan kunnen zo veel meer goed vandaag altijd geen alles deze dit "
        "bij uit door over als mooi lekker omdat waar wat hoe"
    ),
    "sv": _words(
        "och att det som en ett är på för av med inte jag du han hon vi ni de den har var till om så men från mig dig "
        "sig kan ska vill bara också mycket alla när här där nu eller bra tack min mitt"
    ),
    "da": _words(
        "og at det som en et er på for af med ikke jeg du han hun vi de den har var til om så men fra mig dig sig kan "
        "skal vil bare også meget alle når her der nu eller godt tak min mit hvad hvor ikkje noe deg meg"
    ),
    "pl": _words(
        "nie się jest że na to jak ale co tak po za od czy już tylko może mnie mi ja ty on ona my wy są być był była "
        "bardzo dla ten ta te tego jestem mam masz dobrze dzień dziś dzięki kiedy jeszcze wszystko i z w"
    ),
    "tr": _words(
        "bir ve bu çok ben sen biz siz ne için ile gibi ama değil var yok daha her şey olarak kadar sonra bana sana "
        "beni seni güzel iyi teşekkürler nasıl neden mi mı da ki en bugün şimdi artık"
    ),
    "id": _words(
        "yang dan di ini itu dengan untuk tidak aku kamu saya dia kita mereka ada adalah akan sudah bisa juga dari ke "
        "pada tapi kalau karena banget lagi sangat apa kenapa gak nggak ga aja banyak terima kasih suka orang mau"
    ),
    "tl": _words(
        "ang ng mga sa na ay hindi ko mo ako ikaw siya kami tayo sila ito iyan yung lang naman po kasi pero wala may "
        "meron dahil kung nang din rin talaga para salamat ba"
    ),
    "vi": _words(
        "là của và có không được một cho tôi bạn này những người trong đã với rất khi thì mà cũng như các để em anh "
        "đi nhiều quá yêu"
    ),
    "ro": _words(
        "și nu este că o un la cu pe din pentru ce mai care sunt eu tu el ea noi dar foarte bine mulțumesc când acum "
        "sau fost am ai are asta în de"
    ),
    "cs": _words(
        "a je se na to že v s z do jsem ale jak tak co by pro si jen už být byl byla jsou není mám máš děkuji dobrý "
        "když také ještě velmi moc"
    ),
    "fi": _words(
        "ja on ei se että en hän mutta ovat olen oli kun niin myös tai kuin mitä jos minä sinä nyt vain hyvä kiitos "
        "tämä joka todella paljon"
    ),
}
_ENGLISH_TOO = _words("ben by care come dat die em en er fun ha ho hun ja les men na non op plus pro sad take um ya")
DISTINCT = {
    language: frozenset(word for word in small - SMALL_WORDS["en"] - _ENGLISH_TOO if word not in ascii_lowercase)
    for language, small in SMALL_WORDS.items()
    if language != "en"
}
"""What of a language's small words is no English word."""
