"""The commonest words and own letters by which languages of one script are told apart: tables of `languages`.

Codes are those of ISO 639, with a script of ISO 15924 behind them where a language is written in one that is not its
usual one. Not for how they are weighed.
"""

from __future__ import annotations

import re

# Scripts that news of one language, as far as we can tell, is written in.
SCRIPTS = {
    "ARABIC": "",
    "LATIN": "",
    "HEBREW": "he",
    "CYRILLIC": "ru",
    "GREEK": "el",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "THAI": "th",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "ETHIOPIC": "am",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "ORIYA": "or",
    "SINHALA": "si",
    "MYANMAR": "my",
    "KHMER": "km",
    "LAO": "lo",
    "TIBETAN": "bo",
    "MONGOLIAN": "mn",
    "THAANA": "dv",
    "SYRIAC": "syr",
    "TIFINAGH": "zgh",
    "COPTIC": "cop",
}

# Words so common that a paragraph hardly does without them. Words that two of the languages share are left out.
COMMON_WORDS = {
    "ARABIC": {
        "ar": """
            في فى من على إلى الى عن أن إن التي الذي الذين هذا هذه ذلك مع لا لم لن بعد قبل كما بين قال قالت
            وقال خلال عام يوم كان كانت هو هي أو او ثم حيث منذ حتى غير عند كل وفي ومن وعلى أنه انه وأن ان ما
            قد وقد عبر ضد انا انت احنا مش اللي كده عشان زي هيك ليش هسه اكو ماكو شنو ديال دابا
        """,
        "fa": """
            در به از که این را با است برای آن یک خود تا کرد نیز شد می های بود شده کند ها اما اگر باید هستند
            نیست کرده شود ای ايران ایران وی اين براي
        """,
        "ur": "کے کی کا میں ہے سے نے کو پر اور یہ کہ ہیں تھا کر نہیں بھی اس گیا لیے تھے ہو گی گے جس ایک",
        "ps": "په چې کې ته یې هم کړي وي شوي لپاره دي",
        "ckb": "لە بە کە ئەو بۆ ئەم لەگەڵ دەکات",
        "ku": "ژ ژى ل كو یێن یێ دێ ڤێ وێ خوە خوه هاتیە هاتنە",
        "ug": "بىلەن ۋە بۇ ئۈچۈن ئىككى بولغان",
        "sd": "جي جو جا آهي آهن ته کي سان چيو لاءِ هن هئي ٿي ٿو ڪري",
        "ms-Arab": "يڠ ايت دڠن کڤد درڤد اونتوق تله اکن تيدق اداله جوݢ اوليه ساي سباݢاي",
    },
    "LATIN": {
        "en": """
            the of and to in that is was for on with as by at from it his her their are be has have will
            would not but an after said who which this they its over into than
        """,
        "fr": """
            le la les des et du en un une est dans que qui pour par sur au aux avec ce cette sont pas plus
            ne ont été son ses leur après hier selon contre deux ans très sans
        """,
        "es": """
            el los las y del que en una por con para se es al lo como más su sus fue ha este pero sobre
            entre tras ayer hoy según también desde hasta gobierno sin años muy
        """,
        "de": """
            der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden
            aus nach bei wurde wird unter mehrere keine noch aber nur über durch gegen sind bleiben
        """,
        "it": """
            il di che e la è per un una in non sono del della con le dei gli alla nel più anche si dopo
        """,
        "pt": "o os as do da em um uma que não com para por dos das no na se mais ao foi são sobre após",
        "tr": "ve bir bu için ile olarak olan da de çok daha sonra kadar gibi ise dedi türkiye",
        "nl": "de het een en van in is dat op te zijn met voor niet aan er ook naar bij door",
        "id": "yang dan di dengan untuk dari ini itu pada dalam tidak akan oleh ke adalah telah",
        "sv": "och att det som en på är av för med till den har inte ett om från",
        "da": "og det af er til som ikke blev har også efter fra eller nu hvor meget hun han jeg kan skal mellem havde",
        "no": "og det av er til som ikke ble har også etter fra eller nå hvor mye hun han jeg kan skal mellom hadde",
        "fi": "ja on ei että se oli myös mukaan hän ovat kuin joka mutta tai sekä kun jälkeen ole tämä",
        "cs": "se na je že v s z do o k pro za by jsem jako podle po byl byla bylo není ve při",
        "hu": "az hogy nem és egy is már csak meg szerint ez volt ki mint azt után még ha által",
        "ga": "agus na le go bhí sé tá ag don leis seo sin nach bhfuil ina chun deir",
        "cy": "yn yr ac mae ei wedi gan bod ond hynny oedd dros gyfer nid sydd ar",
        "ig": "na nke ndi ya ka bu nwere n'ime ahu maka kwuru",
        "pcm": "dey dem wey pipo sey una wetin dis dat fit don go im tok e",
        "pl": "i w na z się do nie jest że o to jak po przez od dla oraz był",
        "ro": "și în pentru din care este sunt prin cel această ale unui fost mai",
        "sq": "të në për një që është dhe nga së më i e do",
        "hr": "je su nije koji koja koje kako što od za će bio",
        "vi": "và của là có được cho các trong không với những",
        "uz": "va bilan uchun bu ham deb edi dedi qildi yil kuni",
        "az": "və bir üçün ilə bu olan edib deyib bildirib ki isə da də",
        "ku": "ji bi û ku yê yên jî ew xwe bo wan hat hatiye kirin kir got dibe dibêjin li",
        "mt": "li ta tal minn hija kien huwa għall mill dwar lill tas qal se fil il",
        "sw": "ya wa kwa katika za cha vya kuwa ambayo ambao hiyo huo baada wakati amesema wake yake ni hadi",
        "ha": """
            cikin wani wata shugaban kasar daga bayan zai domin tare wajen suka yake wanda wadanda ta ce yi ba ne da ya
            gwamnatin gwamnati mutane
        """,
        "so": "oo iyo ayaa waxaa ee ku uu ay lagu loo sheegay waxay waxa ka dowladda dadka kadib",
        "tl": "ng ang mga sa ay ito nito ayon sinabi noong hindi siya na",
        "yo": "awon pe lati ninu won naa yoo ti si fun",
        "ar-Latn": """
            el al we wel w bel fel lel mesh msh mish mush mch ana enta enti ehna ya fe fi keda kda bas kol kul shou shu
            kif min men elly elli lli eh da lazem kan kanet wallah yalla nas kheir awy awi khales lessa lyom hada hadi
            dyal bach chi daba wach walou hia hiya ma enno hal badna baddi heik hek sabah
        """,
    },
}
# Signs within a word that speak for a language, with their weight.
SIGNS = {
    "ARABIC": {
        "ar": (re.compile(r"^(?:[وفبك]?ال|لل)\w{3,}|\wة$|^[أإ]|ي$|ك$|[\u064b\u064c\u064d]"), 0.6),
        "fa": (re.compile(r"[پچژگ]|ها$|های$|^(?:نمی|می)\u200c|ک|ی$"), 0.8),
        "ur": (re.compile(r"[ٹڈڑںےہھۓ]"), 1.6),
        "ps": (re.compile(r"[ټډړښږڼځڅېۍ]"), 1.7),
        "ckb": (re.compile(r"[ڕێۆڵ]|ە"), 1.5),
        "ku": (re.compile(r"ێن?$"), 1.5),
        "ug": (re.compile(r"[ۇۈۋڭې]"), 1.8),
        "sd": (re.compile(r"[ٿڪڏڇڄڃڀٻڊڌڍڦڳڱڻ]"), 1.7),
        "ms-Arab": (re.compile(r"[ڠݢڽۏ]"), 1.8),
    },
    "LATIN": {
        "en": (re.compile(r"(?:ing|tion|ed|ly|ness)$|'s$|’s$"), 0.3),
        "fr": (re.compile(r"^[dlnsj]['’]|^qu['’]|[œçêîôûèùë]|eux$|é"), 0.8),
        "es": (re.compile(r"ñ|[áíóú]|(?:ción|idad|dente|iendo|ados|idos|adas|ario|aron)$"), 0.8),
        "de": (re.compile(r"[äöüß]|(?:ung|lich|ungen|schen|ischen|reich)$|^ge\w+t$"), 0.8),
        "it": (re.compile(r"[ìòù]$|zione$|^(?:dell|nell|all|un|l)['’]"), 0.8),
        "pt": (re.compile(r"[ãõ]|ção$|ções$"), 1.0),
        "tr": (re.compile(r"[ğışİ]|(?:lar|ler|ları|leri)$|['’](?:[dt][ae]n?|n?[ıiuü]n|y[ae])$"), 0.9),
        "nl": (re.compile(r"ij|sch|oe"), 0.3),
        "id": (re.compile(r"^(?:me|ber|pe)\w+(?:kan|an)$"), 0.5),
        "sv": (re.compile(r"[åäö]"), 0.6),
        "da": (re.compile(r"[æøå]"), 0.6),
        "no": (re.compile(r"[æøå]"), 0.6),
        "fi": (re.compile(r"aa|ää|yy|öö|(?:ssa|ssä|sta|stä|lla|llä|lle|nen|ksi|tiin)$"), 0.8),
        "cs": (re.compile(r"[ěřůťďň]"), 1.2),
        "hu": (re.compile(r"[őű]|(?:ban|ben|nak|nek|val|vel|ság|ség|tt)$"), 0.6),
        "ga": (re.compile(r"^(?:bh[aeiouf]|mb|gc|nd|bp|dt|th[aeiou]ch)|each?t$"), 0.6),
        "cy": (re.compile(r"^(?:dd|ff|ll|ngh|rh)|[ŵŷ]|dd$"), 0.6),
        "ig": (re.compile(r"[ịọụṅ]"), 1.2),
        "pcm": (re.compile(r"(?!)"), 0.0),
        "pl": (re.compile(r"[ąćęłńśźż]"), 1.2),
        "ro": (re.compile(r"[ășțţ]|[îâ]n"), 1.3),
        "sq": (re.compile(r"ë"), 1.0),
        "hr": (re.compile(r"[čćđšž]"), 1.0),
        "vi": (re.compile(r"[ơưđạảấầẩậắằẵặẹẻẽếềểễệịỉọỏốồổộớờởợụủứừửựỳỵỷỹ]"), 1.5),
        "uz": (re.compile(r"[og]['’‘ʻ]\w|(?:lari|dagi|lariga)$"), 0.8),
        "az": (re.compile(r"ə"), 2.0),
        "ku": (re.compile(r"[êîû]|^(?:di|na)\w+in$"), 1.0),
        "mt": (re.compile(r"[ħġżċ]|għ"), 1.6),
        "sw": (re.compile(r"^(?:wa|ki|vi|ku|ma|mi|ana|ame|ali|yana|kwa|mu|ya)\w{3,}[aeiou]$"), 0.3),
        "ha": (re.compile(r"[ƙɗɓ]|^(?:'y|ƴ)an|(?:nsu|nta|rsu)$"), 1.0),
        "so": (re.compile(r"aa|ee[dnr]|oo[dmnls]|ay(?:aan|sa)|(?:ka|ga|ta|da|ha)$"), 0.4),
        "tl": (re.compile(r"^(?:nag|mag|pag|ipag|pina)\w+"), 0.4),
        "yo": (re.compile(r"[ẹọṣ]"), 1.5),
        "ar-Latn": (re.compile(r"^(?:el|al|bel|wel)-\w"), 0.3),
    },
}
