"""Names of newspapers, agencies, channels and sites that do not say by themselves what they are.

For texts that people paste: press reviews name their sources so, alone on a line or beside the day. Not for pages of an
archive's own publishers (the vocabulary knows these), nor for names in running text.
"""

from __future__ import annotations

from generator.ingest.dissect.lines import key_of

_ARABIC = (
    "عرب 48|النشره|المركز الفلسطيني للاعلام|القدس دوت كوم|سما الاخباريه|موقع بانيت|"
    "الشرق الاوسط|عربي21|الحياه|النهار|السفير|الاخبار|الاخبار اللبنانيه|اللواء|الديار|الجمهوريه|الانوار|البلد|المستقبل|"
    "نداء الوطن|القدس العربي|العربي الجديد|العرب|راي اليوم|المدن|المدن الالكترونيه|عربي 21|عربي21|عنب بلدي|الوطن|"
    "الوطن السوريه|الثوره|تشرين|البعث|سناك سوري|العربيه|العربيه نت|الجزيره|الجزيره نت|الجزيره مباشر|الميادين|"
    "الميادين نت|المنار|الحدث|الحره|الغد|الراي|الدستور|السبيل|عمون|خبرني|الايام|القدس|الحياه الجديده|معا|فلسطين|"
    "الاهرام|الاهرام العربي|بوابه الاهرام|الاخبار المصريه|اخبار اليوم|الجمهوريه المصريه|المصري اليوم|اليوم السابع|"
    "الشروق|الوفد|الدستور المصريه|مدي مصر|البيان|الخليج|الاتحاد|الامارات اليوم|الرءيه|عكاظ|الرياض|الجزيره السعوديه|"
    "الوطن السعوديه|اليوم|المدينه|البلاد|مكه|سبق|الاقتصاديه|الشرق|الشرق القطريه|الرايه|العرب القطريه|القبس|"
    "الراي الكويتيه|الانباء|الجريده|السياسه|الوسط|اخبار الخليج|الايام البحرينيه|عمان|الشبيبه|الزمان|الصباح|"
    "الصباح الجديد|المدي|الدستور العراقيه|العالم|السومريه|السومريه نيوز|رووداو|الثوره اليمنيه|الايام العدنيه|عدن الغد|"
    "المشهد اليمني|الراكوبه|سودان تربيون|السوداني|الانتباهه|المرصد|بوابه الوسط|ليبيا المستقبل|عين ليبيا|المغرب|"
    "الشروق التونسيه|الصريح|باب نات|الشروق الجزاءريه|الخبر|النهار الجزاءريه|المساء|الشعب|هسبريس|المساء المغربيه|"
    "الصباح المغربيه|اخبار اليوم المغربيه|العلم|الاحداث المغربيه|صحراء ميديا|الاخبار انفو|بي بي سي عربي|بي بي سي عربيه|"
    "بي بي سي نيوز عربي|سي ان ان بالعربيه|سي ان ان عربيه|دويتشه فيله|دي دبليو عربيه|ار تي|روسيا اليوم|ار تي عربي|"
    "مونت كارلو الدوليه|يورونيوز عربي|اندبندنت عربيه|ايلاف|الحوار المتمدن|درج|رصيف 22|رصيف22|ساسه بوست|نون بوست|"
    "ميدل ايست اي|ميدل ايست مونيتور|الخليج اونلاين|الخليج الجديد|عربي بوست|هاف بوست عربي|التلفزيون العربي|"
    "الغارديان|الجارديان|نيويورك تايمز|واشنطن بوست|وول ستريت جورنال|فايننشال تايمز|فاينانشال تايمز|الاندبندنت|"
    "اخبار 24|اخبار24|رووداو ديجيتال|نورث برس|"
    "الزوراء|البينه الجديده|طريق الشعب|العين الاخباريه|ارم نيوز|مصراوي|صدي البلد|فيتو|البوابه نيوز|"
    "المصدر اونلاين|الموقع بوست|يمن شباب|العمق المغربي|اليوم 24|تيل كيل عربي|الشروق اونلاين|الصيحه|"
    "اخبار ليبيا 24|ليبيا 24|الوسط الليبيه|فلسطين اليوم|شبكه قدس|عمان نت|لبنان 24|الكلمه اونلاين|"
    "الايكونوميست|الاكونوميست|فورين بوليسي|فورين افيرز|لوموند|لو موند|لوفيغارو|ليبراسيون|دير شبيغل|هارتس|هاارتس|"
    "يديعوت احرونوت|معاريف|اسراءيل هيوم|جيروزاليم بوست|تايمز اوف اسراءيل|المونيتور|بلومبرغ|بلومبيرغ"
)
_ENGLISH = (
    "lbci|mtv lebanon|lebanon 24|okaz|al jadeed|"
    "financial times|the financial times|"
    "the guardian|the observer|the times|the sunday times|the independent|the economist|the spectator|new statesman|"
    "the scotsman|the herald|the irish times|irish independent|the mirror|daily mirror|the sun|daily mail|"
    "daily express|the new york times|new york times|the washington post|washington post|the wall street journal|"
    "wall street journal|los angeles times|usa today|the atlantic|the new yorker|time|newsweek|the nation|politico|"
    "axios|the hill|foreign policy|foreign affairs|the intercept|christian science monitor|"
    "the christian science monitor|npr|cnbc|abc news|cbs news|nbc news|fox news|al jazeera|al jazeera english|"
    "al-jazeera|al arabiya|al arabiya english|al-monitor|middle east eye|middle east monitor|the new arab|"
    "the national|gulf news|khaleej times|arab news|saudi gazette|the peninsula|gulf times|times of oman|"
    "oman observer|muscat daily|kuwait times|arab times|gulf daily news|the daily star|l'orient today|naharnet|"
    "the jordan times|jordan times|ahram online|al-ahram|al-ahram weekly|al-sabah|egypt independent|daily news egypt|"
    "mada megr|mada masr|egypt today|haaretz|the jerusalem post|jerusalem post|the times of israel|ynet|ynetnews|"
    "hurriyet daily news|daily sabah|hespress|morocco world news|the north africa post|the libya observer|"
    "libya herald|sudan tribune|dabanga|rudaw|kurdistan24|shafaq news|enab baladi|syria direct|le monde|"
    "le monde in english|le figaro|liberation|der spiegel|spiegel international|die zeit|dw|deutsche welle|euronews|"
    "el pais|kathimerini|corriere della sera|dawn|the hindu|the times of india|hindustan times|the indian express|"
    "nikkei asia|the japan times|south china morning post|the straits times|the sydney morning herald|the age|"
    "the globe and mail|toronto star|mail & guardian|the east african|bbc news|bbc arabic|bbc monitoring|"
    "bbc world service|sky news|channel 4 news|itv news|rfi|rt|the conversation|opendemocracy|jadaliyya|raseef22|"
    "the evening post|the morning post|asharq al-awsat|al-hayat|al-quds al-arabi|an-nahar|annahar|al-akhbar|as-safir|"
    "al-mustaqbal|al-masry al-youm|youm7|al-watan|okaz|al-riyadh|al-ittihad|al-khaleej|al-bayan|al-rai|al-ghad|"
    "ad-dustour|al-anba|al-qabas|al-jazirah|al-sharq|al-raya|al-wasat|al-mada|al-zaman|the arab weekly|"
    "the syrian observer|tehran times|iran international|the cyprus mail|cyprus mail|l'orient-le jour|"
    "the telegraph|the daily telegraph|evening standard|the new humanitarian|responsible statecraft"
)
OUTLETS = frozenset(key_of(name) for names in (_ARABIC, _ENGLISH) for name in names.split("|"))
# What papers are called and sites call a section, too; above a title, without quotes, nobody can say which it is.
_SECTIONS = "الشرق الاوسط|العالم|الاخبار|الراي|الاقتصاديه|السياسه|العرب|اليوم|الحياه|المجتمع|الرياضيه"
_SECTIONS_TOO = frozenset(_SECTIONS.split("|"))


def may_be_section(text: str) -> bool:
    """Whether a line above a title, an outlet's name by its words, may as well be the section of a site."""
    return text[:1].isalpha() and key_of(text) in _SECTIONS_TOO
