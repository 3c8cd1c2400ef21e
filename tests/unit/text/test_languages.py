"""Which language a text is in."""

from __future__ import annotations

import pytest

from generator.text.languages import identify_language, language_name

CASES = {
    "ar": [
        "استئناف تصدير النفط من ميناء الحريقة",
        "ليبيا",
        "مصر تفوز",
        "چاد وليبيا",
        "گوگل تطلق هاتفا",
        "أعلنت شركة Microsoft عن افتتاح مركز جديد في الرياض",
        "مجلس الأمن يمدد ولاية البعثة",
    ],
    "en": [
        "Oil exports resume from Hariga port",
        "UN envoy meets mayors",
        "Al-Marsad",
        "Egypt, Sudan sign water deal",
        "The minister visited the village of باب العزيزية on Monday.",
        "Beyoncé to sing in Cairo",
    ],
    "fa": [
        "افزایش قیمت نفت در بازار جهانی",
        "وزیر خارجه ایران به عراق سفر کرد",
        "گفت‌وگوی تلفنی وزیران خارجه دو کشور",
        "بارش برف در تهران و چند استان دیگر",
    ],
    "ur": ["وزیراعظم کا دورہ سعودی عرب", "لاہور میں بارش سے سڑکیں بند", "پاکستان نے میچ جیت لیا ہے"],
    "fr": [
        "Le ministre a visité le port de Tunis",
        "La crise de l’eau s’aggrave dans le sud",
        "Tunisie : nouvelle grève générale",
    ],
    "es": ["El presidente viaja a El Cairo", "La población de las islas"],
    "de": ["Der Präsident reist nach Kairo", "Die Regierung und das Parlament"],
    "tr": ["Türkiye ile Libya anlaşma imzaladı"],
    "ru": ["Президент прибыл в Каир"],
    "he": ["שלום"],
    "zh": ["利比亚石油出口恢复"],
    "ja": ["リビアの石油輸出が再開"],
}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in CASES.items() for text in texts]
)
def test_identify_language(language: str, text: str) -> None:
    assert identify_language(text) == language


@pytest.mark.parametrize("text", ["", "2025-06-02", "??? !!!", "😀"])
def test_a_text_without_letters_has_no_language(text: str) -> None:
    assert identify_language(text) is None


def test_a_long_text_without_any_known_common_word_is_unknown() -> None:
    assert identify_language("xqzt vrplk " * 60) is None


NEIGHBOURS = {
    "da": ["Havnen er lukket for skibe, og den åbner ikke før efter stormen, siger borgmesteren på et møde."],
    "no": ["Havna er stengt for skip, og den åpner ikke før etter stormen, sier ordføreren på et møte."],
    "fi": ["Satama on suljettu laivoilta, eikä se avaudu ennen kuin myrsky on ohi, sanoi kaupunginjohtaja."],
    "cs": ["Přístav je pro lodě uzavřen a otevře se až po bouři, řekl na schůzi starosta města."],
    "hu": ["A kikötő zárva van a hajók előtt, és csak a vihar után nyitják meg, mondta a polgármester."],
    "te": ["తుఫాను ముగిసే వరకు ఓడరేవు మూసివేయబడుతుందని మేయర్ BBC కి చెప్పారు."],
    "my": ["မုန်တိုင်းပြီးသည်အထိ ဆိပ်ကမ်းကို ပိတ်ထားမည်ဟု မြို့တော်ဝန်က BBC ကို ပြောသည်။"],
    "ar-Latn": [
        "ya gama3a el match kan gamed awy\nel ahly lo3ob 7elw bas el 7akam kan we7esh",
        "kifkon shabeb, shou fi ma fi\nma 7ada 3am ye7ki 3an el mawdou3, l dawle nayme",
        "slm khouya labas 3lik\nwach kayn chi jdid 3la lkhedma, rah kolchi 7bes had simana",
        "El nas 3arfa keda men zaman bas ma7adesh beyetkallem, ana ro7t embare7 el souq.",
    ],
    "sw": ["Serikali yatangaza bajeti mpya\nWaziri wa fedha amesema bajeti hiyo itaongeza mishahara ya walimu."],
    "ha": ["Ruwa ya raba mutane da gidajensu a Kano\nHukumar ta ce ruwan sama ya lalata gidaje a karshen mako."],
    "so": ["Daad ku dhuftay magaalada\nDadka waxay sheegeen in biyuhu ay galeen guryaha kadib roobab badan."],
    "mt": ["Jinfetaħ terminal ġdid fil-port\nIl-ħaddiema qalu li l-proġett se jitkompla wara l-festa."],
    "ku": [
        "Li Amedê berf dibare\nŞêniyên gund dibêjin ku rê ji doh ve girtî ne.",
        "ژ دهوکێ ژى خەلک هاتنە، یێن هاتین ل شارى نە",
    ],
    "ckb": ["باران لە هەولێر زیانی گەیاند\nدانیشتوان دەڵێن ئاو چووەتە ناو ماڵەکانیان."],
    "ps": ["په کابل کې درنه واوره ورېدلې\nچارواکي وايي، چې لارې تړل شوې دي."],
    "ug": ["ئۈرۈمچىدە قار ياغدى\nيوللار ئېتىلىپ قالغان ۋە مەكتەپلەر دەم ئالغان."],
    "sd": ["حيدرآباد ۾ تيز برسات\nشهرين جو چوڻ آهي ته پاڻي گھرن ۾ داخل ٿي ويو آهي."],
    "ms-Arab": ["سلطان بروني برتيته\nبضيندا برتيته دستان ڤد ماجليس ترسبوت يڠ دهاديري راميي."],
    "he": ["גשם כבד בחיפה\nהרחובות הוצפו."],
    "az": ["Gəncədə güclü yağış yağıb\nSakinlər deyir ki, yollar bağlanıb."],
    "tr": ["Trabzon'da sel\nEvleri su basan mahalle sakinleri geceyi okulda geçirdi."],
    "fr": ["Fortes pluies sur Nice\nPlusieurs rues inondées, écoles fermées jusqu'à jeudi."],
    "es": ["Gobierno aprueba presupuesto\nEl Congreso votó ayer."],
    "de": ["Starkregen in Bremen\nMehrere Straßen stehen unter Wasser, Schulen bleiben geschlossen."],
    "ro": ["Ploi puternice în Constanța\nMai multe străzi sunt inundate și școlile se închid."],
    "sq": ["Shi i fortë në Durrës\nDisa rrugë janë të bllokuara dhe shkollat mbyllen."],
    "tl": ["Malakas na ulan sa Cebu\nSinabi ng mga residente na binaha ang kanilang mga bahay."],
}
OWN = {
    "en": [
        "Sheikh Mohammed bin Rashid Al Maktoum met Sheikh Khaled bin Mohamed bin Zayed Al Nahyan in Dubai.",
        "Sudan: RSF shells El Fasher camp\nEl Fasher, Darfur. RSF drones hit Abu Shouk camp, killing 7.",
        "What Arabizi means\nPeople write «el nas 3arfa keda», «7abibi» and «ma3lesh» with Latin letters and digits.",
        "LIVE: talks\n10am: Mediators arrive. 2pm: Break. 5pm: Talks. 9pm: Statement expected. 3rd round, 5G, 4x4s.",
        "Results\nAl Ahly 2 Zamalek 1. Pyramids 0 Ismaily 0. Smouha 3 Enppi 3.",
        "Kushari, ful medames: street food\nKoshary el Tahrir, Abou Tarek, Felfela: ful, taameya and koshary.",
        "Mayors meet\nMayors of São Paulo, Malmö, Zürich, Łódź, Córdoba, İzmir and Düsseldorf met in Amman.",
        "Cairo metro fares rise\nNine stops E£10, 16 stops E£12, 23 stops E£15, longer trips E£20.",
        "Ya Leil, Ya Ein: songs ranked\n1. Enta Omri 2. Al Atlal 3. Alf Leila wa Leila",
    ],
    "ar": [
        "ههههه چان زين\nهسه شلونكم؟ اكو واحد گال الحچي كله غلط وماكو شي.",
        "شو عم بصير بالبلد؟\nالناس تعبت كتير وما حدا عم يسمع، والكهربا مقطوعة من مبارح.",
        "شنو كاين ف المغرب\nدابا خاصنا نهضرو على هاد المشكل حيت بزاف ديال الناس ماعرفينش.",
        "فيديو: عزف في أوپرا القاهرة\nعزف الموسيقار ڤيكتور مقطوعاته في دار الأوپرا.",
        "التقى رئيس إقليم كوردستان نيچيرڤان بارزاني رئيس الوزراء في أربيل.",
    ],
}


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for table in (NEIGHBOURS, OWN) for language, texts in table.items() for text in texts],
)
def test_neighbours_are_not_taken_for_the_archive_s_languages_nor_these_for_them(language: str, text: str) -> None:
    assert identify_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Toe ander laat weet dat sy more weer gaan kyk hoe dinge lyk sodat almal gerus kan slaap vannag.",
        "Tá an cuan dúnta do longa agus ní osclófar é go dtí go mbeidh an stoirm thart, a dúirt an méara inné.",
        "Magajin garin ya ce an bude sabuwar gada a ranar Laraba, kuma motoci za su iya bi ta kan ta tun daga yau.",
        "Þórður fór að hús hennar í gær eða hitti önnur systkini þeirra þegar stormi slotaði.",
    ],
)
def test_a_text_without_english_words_is_not_english(text: str) -> None:
    assert identify_language(text) != "en"


@pytest.mark.parametrize(
    "text",
    [
        "Harbour closed\n\nStorm damage, closed quays, broken cranes, lost nets, empty stores, cold nights: "
        "fishermen count the losses of a bad month.",
        "Results: Palm 3, Oak 1; Elm 2, Ash 2",
        "Chop onions, add butter, stir well, pour in stock, season with salt and pepper, simmer, serve hot.",
    ],
)
def test_english_with_few_small_words_is_english(text: str) -> None:
    assert identify_language(text) == "en"


def test_names_of_languages() -> None:
    assert language_name("fr") == "French (fr)"
    assert language_name("ar-Latn") == "Arabic in Latin letters (ar-Latn)"
    assert language_name("ms-Arab") == "Malay in Arabic letters (ms-Arab)"
    assert language_name("xx") == "xx"
