"""Words by which names of people, outlets and agencies are told apart. Data only; Arabic is folded."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


# Words of which one makes a name that of an outlet.
OUTLET_WORDS = _words(
    "صحيفه جريده وكاله وكالات قناه بوابه موقع شبكه مجله اذاعه تلفزيون نيوز برس بوست تايمز الاخباريه الانباء "
    "غرفه الاخبار تحرير المحرر فريق هيءه اداره قسم مراسلون مكتب مركز مءسسه رويترز الاناضول سبوتنيك خاص "
    "agency agencies news staff admin administrator editor editors desk newsroom newspaper press post times "
    "daily tribune herald gazette courier dispatch chronicle telegraph standard bulletin digest weekly "
    "television tv radio online monitor observer reuters afp ap upi website team service bureau "
    "correspondents channel network magazine journal reporters wires"
)
# Words of which one makes a name that of a desk or staff.
DESK_WORDS = _words(
    "قسم فريق غرفه مراسلون مراسلنا مراسلتنا مراسلونا مراسلينا المحرر اداره مكتب "
    "staff admin administrator editor editors desk newsroom team "
    "bureau correspondents reporters"
)
# Words with which the rubrics of a page begin, the article apart.
RUBRICS = _words(
    "اقتصاد مال اعمال اسواق سياسه ثقافه فنون ادب كتب مسرح سينما موسيقي رياضه راي اراء مقال مقاله مقالات مقابله "
    "حوار تقرير تقارير تحقيق تحقيقات تحليل ملف ملفات دراسه دراسات اخبار خبر محليات محلي محافظات مجتمع منوعات صحه "
    "علوم تكنولوجيا تقنيه بيءه تعليم سفر سياحه تاريخ تراث طاقه عالم عربي دولي دوليات عربيات العالم متفرقات قضايا "
    "افتتاحيه عاجل متابعات فيديو بودكاست وثاءق وثيقه بيان كلمه شهادات ذاكره سيره قصه قصص شعر روايه نقد امن قضاء "
    "حقوق نساء شباب ديانات business economy markets money finance politics culture arts books theatre theater "
    "film music sport sports opinion opinions comment analysis interview interviews report reports special "
    "feature features investigation file dossier news local regional national world international society health "
    "science technology tech environment education travel history heritage energy life lifestyle style food "
    "weather obituary obituaries editorial essay letters video photos podcast explainer review reviews profile "
    "background breaking live security justice rights women youth religion fiction poetry"
)
# What an author is: first in an Arabic description («كاتب وباحث سوري»), last in an English one ("Staff Writer").
ROLES = _words(
    "كاتب كاتبه باحث باحثه صحفي صحفيه صحافي صحافيه مراسل مراسله محرر محرره اكاديمي اكاديميه محلل محلله خبير خبيره "
    "رواءي رواءيه شاعر شاعره اعلامي اعلاميه ناقد ناقده مدون مدونه correspondent reporter writer columnist contributor "
    "journalist researcher"
)
# News agencies, as datelines and credits write them.
AGENCIES = _names(
    "متابعات|متابعه|"
    "رويترز|ا ف ب|اف ب|ا.ف.ب|فرانس برس|ا ب|ا.ب|اسوشيتد برس|اسوشييتد برس|د ب ا|د.ب.ا|الالمانيه|ا ش ا|ا.ش.ا|"
    "الشرق الاوسط|الاناضول|سبوتنيك|سانا|وام|واس|بترا|كونا|قنا|بنا|وفا|واج|وات|وال|شينخوا|تاس|نوفوستي|وكالات|"
    "الوكالات|وكاله|يو بي اي|ايتار تاس|انترفاكس|ارنا|فارس|تسنيم|العربيه نت|العربيه.نت|الجزيره نت|الجزيره.نت|"
    "بي بي سي|سي ان ان|سكاي نيوز|خاص|reuters|afp|agence france-presse|agence france presse|ap|associated press|"
    "the associated press|dpa|upi|mena|anadolu|aa|anadolu agency|xinhua|tass|sana|wam|spa|petra|kuna|qna|bna|"
    "wafa|aps|tap|lana|map|itar-tass|interfax|bbc|cnn|bloomberg|agencies|news agencies|wires|sputnik|"
    "سبا|سبانت|سونا|العمانيه|وكاله الانباء العمانيه|فرانس24|فرانس 24|سكاي نيوز عربيه|يونا|اونا|نينا|واع|قدس برس|"
    "شفق نيوز|france24|france 24|saba|suna|ona|una|ria novosti|pti|ani|pa|"
    "pa media|efe|ansa|kyodo|yonhap|antara|apa|ina|nna|irna|rtv"
)
# Small words inside names, which need no capital.
PARTICLES = _words("de la le el al bin ibn van von der den di da dos du st abu ben and of the")
# Given names that begin with و, which is no «and» there.
WAW_NAMES = _words(
    "وليد وائل وسام وفاء وداد ورد وردة وحيد وحيده وديع وجدي وجيه وصال وصفي وضاح وسيم وسن وعد وفيق ولاء ولي "
    "واصف واصل وجدان وهيب وهبه وهبي وهاب وداع وكيم ولد واءل ورده وفا وصفيه وسيله وجيهه وهيبه وثاب وقاص وراد "
    "وجنات"
)
# Frequent given names: a line that begins with one and has no label is a byline.
GIVEN_NAMES = _words(
    "محمد احمد محمود علي حسن حسين عمر عمرو خالد يوسف ابراهيم مصطفي عبد عبدالله عبدالرحمن سعيد سعد سامي سمير "
    "طارق كريم ياسر ياسين ناصر نبيل هاني هشام وليد واءل وسام ايمن ايهاب اسامه اسماعيل امير انس بلال بسام "
    "جمال جورج حاتم حازم حامد حمزه رامي رشيد رضا رياض زياد زكريا سالم سلمان سليم سليمان شادي شريف صالح صلاح "
    "طه عادل عاصم عامر عثمان عدنان عزت عصام علاء عماد غسان فادي فارس فيصل قاسم كمال لويي ماجد مازن ماهر مجدي "
    "مروان منصور مهند موسي نادر نزار نضال هيثم يحيي سارة ساره فاطمه مريم مني منى ليلي ليلى هدي هند ندي نور "
    "نوره نهي هبه هناء هاله رانيا ريم رنا سلمي سناء سميره سوسن شيماء دينا دعاء داليا خديجه حنان اميره امل "
    "امال اسماء ايمان الاء بسمه جميله عاءشه عبير غاده لمياء لينا مها ميساء نادين نجلاء نوال وفاء ياسمين رحاب "
    "رشا زينب فؤاد فءاد رءوف طلال بدر تامر باسم باسل ادهم اشرف اكرم انور "
    "نديم مالك مراد ميشال ميشيل مايا ميرا ميرنا ميسون رولا رلي رولي جمانه لجين لارا ليال ليان ليندا ناديا ناديه "
    "نعيمه فريده فاتن فدوي فيروز سعاد سهام سهي سهير سنيه سوزان شيرين عفاف عاءده عايده علياء غدير غيداء لبني مروه "
    "منال منيره ميمونه نبيله نجوي نسرين نسيمه هاجر هيفاء ياسمينه زهراء زكيه رقيه راويه رفيقه رشيده راضيه حوريه "
    "حليمه حبيبه ثريا بثينه اكرام اروي امنه عبدالعزيز عبدالكريم عبداللطيف عبدالمجيد عبدالقادر "
    "عبدالناصر عبدالفتاح عبدالسلام عبدالحميد عبدالوهاب عبدالملك عبدالحكيم عبدالرزاق عبدالواحد عبدالغني عبدالهادي "
    "عبدالاله انيس امجد اسعد الياس ادريس بشار بشير بكر ثامر جابر جاسم جعفر جواد حسام حميد حيدر خليل داود راءد "
    "راشد رامز رافت رمزي روبير زهير زيد ساطع ساهر سامح شاكر شوقي شكري صبحي صخر صفوان عاطف عباس عبود عدي عقيل علوان "
    "عيسي غازي غانم فهد فهمي فواز فوزي فراس فرج فريد قيس كاظم لءي لطفي مءيد مامون متعب محسن محيي مدحت مسعود مشاري "
    "مصعب معاذ معتز معن ممدوح منذر منير مهدي نايف نبيه نجيب نعيم نواف هادي هاشم همام وجيه يزن يعقوب يونس عمار "
    "عاءض ثروت صهيب ايوب ايهم لقمان جون جيمس بيتر ديفيد مايكل روبرت توماس جوليان فرانسوا بيار بيير جاك ايما "
    "صوفي كريستوفر سايمون ستيفن ستيفان دانيال دانييل اندرو اندريه مارتن مارتين انطوان الكسندر ريتشارد وليام جوزيف "
    "كلير كاترين اليزابيث هيلين باتريك جوناثان نيكولا لوسي ادم طوني جوزف ايلي شربل فيليب لوران باسكال"
)
# Small words of prose, which no Arabic name holds.
NEVER_IN_NAMES = _words(
    "لم لن لا ما في من الي عن ان قد لقد كان كانت هذا هذه ذلك تلك التي الذي الذين مع بعد قبل خلال حول ضد كل بعض غير "
    "منذ حتي عند لدي بين دون هو هي هم كما ثم او لكن حيث اذا عندما"
)
