"""The phrases by which lines are told that belong to the page and not to the article. Data only; Arabic is folded.

Not for how a line is compared with them (`boilerplate`).
"""

from __future__ import annotations

from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.picture_credits import CREDITS_OF_PAGES

NETWORK = (
    "(?:فيسبوك|فيس بوك|الفيسبوك|تويتر|تويتر اكس|اكس|منصه اكس|واتساب|واتس اب|الواتساب|تيليجرام|"
    "(?:ال)?ت?ي?لي?[جغ]رام|انستغرام|"
    "انستجرام|يوتيوب|لينكد ان|لينكدان|سناب شات|تيك توك|ماسنجر|بريد|البريد الالكتروني|ايميل|طباعه|جوجل نيوز|غوغل نيوز|"
    "اخبار جوجل|google news|facebook|twitter|x|whatsapp|whats app|telegram|instagram|youtube|"
    "linkedin|snapchat|tiktok|"
    "messenger|pinterest|reddit|tumblr|viber|threads|bluesky|mastodon|email|e-mail|mail|print|"
    "copy link|نسخ الرابط|pdf)"
)
# What members of a forum are there, as they write it.
_OF_MEMBERS = (
    "ذهبي",
    "فضي",
    "ماسي",
    "برونزي",
    "جديد",
    "نشيط",
    "مميز",
    "متميز",
    "فعال",
    "متألق",
    "مشارك",
    "شرف",
    "مؤسس",
)
RANKS = frozenset({"مشرف عام", "مشرف سابق", *(f"عضو {rank}" for rank in _OF_MEMBERS)})
# `~80` stands for what may follow, up to that many letters.
FORMS = (
    f"(?:شارك|مشاركه|انشر|share|tweet|post|follow|تابعنا|تابعونا)?(?: (?:علي|عبر|on|via|to))?:? ?{NETWORK}"
    f"(?:[ ,،|/•·و-]+(?:and )?{NETWORK})*",
    f"(?:share|tweet|pin|post|like|save)(?:[ ,|/•·]+(?:share|tweet|pin|post|like|save|{NETWORK})){{2,}}",
    "(?:شارك|شاركوا|شاركها|مشاركه|انشر|ارسل|اطبع)(?: (?:الخبر|المقال|المقاله|الموضوع|المنشور|التقرير|الصفحه|"
    "هذا (?:الخبر|المقال|"
    "الموضوع|التقرير)|هذه (?:الصفحه|المقاله|القصه)|القصه|مع (?:اصدقاءك|الاصدقاء)|الرابط|برايك|رايك)"
    "(?: (?:علي|عبر|مع) .{1,40})?)?",
    f"تابع(?:وا)? (?:كل )?(?:جديد|مستجدات) .{{2,40}} (?:علي|عبر) {NETWORK}",
    "(?:تابعونا|تابعنا|تابع(?:وا)? (?:صفحتنا|قناتنا|حسابنا|حساباتنا|موقعنا|اخر الاخبار|احدث الاخبار|كل الاخبار)|"
    "تابع(?:وا)? (?:اخر|احدث|كل) (?:الاخبار|اخبارنا|اخبار)(?: \\S+){1,8}(?= (?:علي|عبر) (?:تطبيق|قنات|صفحت|حساب|"
    f"{NETWORK}))|"
    "تابع(?:وا)? (?:اخبار|اخر|احدث|كل|جميع|الاخبار) (?:\\S+ ){0,5}ب(?:تحميل|تنزيل) (?:تطبيق|تطبيقنا)\\b.{0,40}|"
    "(?:تابع|تابعوا|تابعونا|تابعنا)(?: [^ .،]+){1,3} (?:علي|عبر)|(?:ل?متابعه|تابعوا) (?:[^ .،]+ ){1,4}"
    f"(?:علي|عبر) (?:ال)?{NETWORK}(?: (?:https?:\\S+|(?:اضغط|انقر)(?:وا)? هنا))?|"
    "انضموا الينا|انضم الينا|للمتابعه علي|لمتابعه (?:اخر|احدث|المزيد)~60|لمتابعتنا)(?: (?:علي|"
    "عبر|في|من|لتصلك|ليصلك)~80)?",
    "(?:اشترك|اشتركوا|للاشتراك|سجل|سجلوا) (?:الان|في (?:نشرتنا|قاءمتنا البريديه|النشره|القناه|قناتنا|خدمه|القاءمه|"
    "صفحتنا)|معنا|الان في|"
    "مجانا|ليصلك|لتصلك)~80|(?:ال)?(?:رساله|نشره) (?:ال)?(?:اخباريه|بريديه)",
    "(?:جميع|كل|كافه) (?:ال)?حقوق (?:النشر |الطبع )?محفوظه~80|(?:ال)?حقوق (?:النشر |الطبع )?محفوظه~60",
    "(?:لا مانع من |يسمح ب)ال?اقتباس(?: .{0,80}(?:المصدر|النشر|الموقع|الصحيفه).{0,60})?|"
    "يمنع (?:النقل|الاقتباس|النسخ)(?: (?:او|و ?)ال\\S+)*"
    "(?: .{0,60}(?:اذن|موافقه|المصدر|الموقع|الصحيفه|الناشر).{0,60})?",
    "(?:ال)?طباعه(?: (?:الخبر|المقال|الصفحه))?|نسخه للطباعه|(?:ارسال|ارسل|ارسله)(?: الي صديق)?|حفظ|"
    "(?:ال)?اعلان(?:ات)?|"
    "مساحه اعلانيه|اعلان ممول|اعلان (?:[·|-] )?مرر للاسفل~30|(?:انسخ|نسخ) (?:ال)?رابط(?: المختصر)?|"
    "اطبع (?:ال)?(?:خبر|مقال|صفحه)(?: ارسل(?:ه)?(?: الي صديق)?)?",
    "رساله الي المحرر|(?:تابع|اكمل|واصل|استكمل) (?:ال)?قراءه (?:مع|ب|من خلال|عبر) ?(?:ال)?(?:اشتراك|مشترك).{0,60}",
    # whose views they are, in Arabic and English
    "(?:(?:ملاحظه|تنويه|تنبيه|اخلاء مسءوليه):? )?(?:ان |جميع |كل |كافه )?(?:ال)?(?:اراء|راي|مقال|مقاله|مقالات|ماده|"
    "مواد|تعليقات|مشاركات)\\b.{0,60}(?<!\\w)[تي](?:عبر|عبران|مثل|عكس)\\b.{0,40}(?<!\\w)(?:(?:راي |اراء )?"
    "(?:اصحاب|صاحب|كات?بي?|كتاب)ه?ا?|(?:راي|موقف|سياسه|وجهه نظر|الموقف|السياسه)\\b.{0,30}(?:موقع|صحيفه|جريده|"
    "شبكه|وكاله|قناه|مجله|ناشر|تحرير|كاتب)\\S*)"
    "(?: .{0,140})?",
    "(?:the )?(?:views?|opinions?)(?: and (?:views|opinions))? (?:expressed|stated|in) .{0,60}(?:are (?:solely )?"
    "(?:those of|the author)|do(?:es)? not necessarily).{0,140}",
    "و?[ني]قدم لكم (?:من خلال |عبر )?(?:موقع|بوابه|صحيفه|جريده)\\b.{0,40}(?:تغطيه|رصد|علي مدار).{0,160}",
    "اضف (?:تعليقا?|تعليقك)(?: جديدا?)?|اترك (?:تعليقا|ردا)|التعليقات|لا (?:توجد|يوجد) تعليقات|كتابه تعليق|"
    "اكتب تعليقا?|علق علي الخبر|"
    "(?:ال)?تعليقات (?:\\(?[0-9]+|الزوار|القراء)|[0-9]+ (?:تعليق|تعليقات|مشاهده|مشاهدات|قراءه)",
    "(?:للاطلاع|لمشاهده|لتحميل|لتصفح|للاشتراك|للتسجيل|لمزيد|للمزيد)\\b.{1,70} (?:اضغط|انقر)(?:وا)? هنا|"
    "اذا كنت تعتقد\\S* (?:\\S+ )?ان (?:ال|هذا ال|هذه ال)(?:مقال|خبر|ماده|تقرير)\\S* [يت](?:حوي|حتوي|نتهك|خالف)"
    ".{1,120}|"
    "اضغط هنا~60|انقر هنا~60|للمزيد (?:اضغطوا?|انقروا?)(?: هنا)?~40|"
    "حمل (?:التطبيق|تطبيقنا|تطبيق(?= .{2,40} (?:الان|مجانا|لتصلك|ليصلك)))~60|حملوا تطبيق(?:نا)?~60|"
    "كبر الخط|صغر الخط|حجم الخط|استمع الي (?:المقال|الخبر)|استمع للخبر",
    "(?:الصفحه )?الرءيسيه(?: ?[/>»›|\\\\–←-] ?.{1,80})?|"
    "القاءمه(?: الرءيسيه)?|العوده الي (?:الاعلي|الصفحه الرءيسيه)|اعلي الصفحه|تخطي الي المحتوي",
    "انتهي(?: ?/.{0,12})?|انتهت|انتهي الخبر|يتبع",
    "(?:(?:قراءه|مده القراءه|وقت القراءه|زمن القراءه) )?[0-9]{1,3} (?:دقيقه|دقيقتان|دقاءق)"
    "(?: (?:قراءه|للقراءه|من القراءه))?|"
    "دقيقه واحده للقراءه|tt|اضف تعليقا واقرا تعليقات القراء|لن يتم نشر عنوان بريدك الالكتروني\\b.{0,80}|"
    "تعليقات|شاركنا (?:بتعليقك|برايك|رايك)|شارك هذه الماده|(?:اظهار|اظهر) التعليقات|"
    "اقترح تصحيحا|(?:علق|التعليق) كضيف~60|انضم(?:/? ?ي)? الي المناقشه|"
    f"لمتابعه .{{2,60}} (?:اشترك|اشتركوا|انضم|انضموا)(?: الان)? (?:في|الي) (?:قناتنا|صفحتنا)"
    f"(?: (?:علي|عبر|في) {NETWORK})?|"
    "your e-?mail address will not be published\\b~80|your rating:? (?:none|[0-9])|to our newsletter|"
    "this (?:article|story) is available in [a-z]{4,12} on .{3,60} edition|"
    "لا يفوت(?:ك|كم) اي حدث .{0,80}|تفعيل الاشعارات|اشترك|نص:?|تابع(?:نا)?|استمع|احفظ المقال|"
    "(?:تحميل|حمل) المقال|عرض (?:الكل|المزيد)|اضافه اعلان|لينكد ?ان|لينكدين|مشاركه عبر|"
    "read comments|reuse this content|up|listen in (?:english|arabic)|"
    "anadolu (?:agency|ajansi) website contains .{40,260}|"
    "تم النسخ|لا تعليقات خاصه بهذه المقاله|(?:اضغط|انقر)(?:وا)? هنا لقراءه الخبر من مصدره|استمع الي المقاله|"
    "pin ?interest(?: ?whats ?app)?|المساهمون|"
    "اشترك لتصلك اهم الاخبار|الاخبار المنشوره علي الصفحه الرسميه لوكاله .{3,20} هي اختصار .{20,240}",
    # a paper's leads from one of its pages to another
    "(?:ال)?(?:تتمه|بقيه|تفاصيل|باقي)(?: المنشور)?(?: (?:في|علي))? ?(?:ص|(?:ال)?صفحه)\\.? ?(?:[0-9]{1,3}|(?:ال)?"
    "(?:اولي|ثانيه|ثالثه|رابعه|خامسه|سادسه|سابعه|ثامنه|تاسعه|عاشره|اخيره))(?: .{0,20})?|"
    "(?:continued|cont'?d|continues|turn|see(?: story)?)(?: (?:on|from|to))?,? (?:page|p\\.?|pg\\.?) ?[a-z]?-?"
    "[0-9]{1,3}[a-z]?(?:, col(?:umn|\\.)? [0-9])?|"
    "from page (?:one|[a-z]?-?[0-9]{1,3})",
    "(?:please )?(?:share|tweet|pin|email|print|save|bookmark|copy)"
    "(?: (?:this|the) (?:article|story|page|post|news|link)(?: (?:on|via|with|by|to) .{1,40})?| this)?",
    "(?:share|send|forward)(?: it| this)? (?:with|to) (?:your )?(?:friends|a friend|others)|follow|"
    "(?:give|gift|share|save)(?: this| full| the)? (?:article|story)|listen (?:in|to) (?:english|arabic)|"
    "powered by automated translation|save (?:articles|stories) to read later\\b.{0,60}|"
    "click here to share on social media|[0-9]+ users? ha(?:s|ve) voted|enditem|"
    "[0-9]{1,2}:[0-9]{2} local time(?: [0-9]{1,2}:[0-9]{2} gmt)?",
    "(?:follow|like|join|find|connect with) us(?: (?:on|at|for|via|in)~80)?|follow @?\\w+ on " + NETWORK,
    "(?:subscribe|sign up)(?: (?:now|here|today|to|for|with)~90)?|"
    "(?:register|sign in|log in|login)(?: (?:now|here|today)(?: (?:to|for|and)~90)?)?",
    "copyrights?(?: (?:©|\\(c\\)))? ?[0-9]{4}~100|(?:.{0,60} )?all rights reserved~80|© .{0,100}",
    "advertisement|advertising|advertisment|sponsored(?: content)?|ad|ads|story continues(?: below~30)?|"
    "article continues below~30|scroll to continue|scroll down(?: (?:to|for)~30)?",
    "(?:leave|post|add|write) a (?:comment|reply)|"
    "join the (?:conversation|discussion)|comments?|no comments(?: yet)?|[0-9]+ comments?|"
    "[0-9]+ (?:views|shares)|"
    "[0-9]+ min(?:ute)?s? read|be the first to comment|view comments|show comments|comments (?:are )?closed",
    "(?:click|tap) here~60|download (?:the|our)~60|get (?:the|our) (?:app|newsletter)~60|"
    "listen to (?:this|the) (?:article|story)|print this (?:article|page)|skip to (?:main )?content|back to top|"
    "home(?:page)?(?: ?[/>»›|\\\\–→] ?.{1,80})?|menu|(?:we|this site) uses? cookies~80|accept (?:all )?cookies|"
    "(?:accept|reject|decline|allow|refuse)(?: all|all| and (?:close|continue))|(?:manage|cookie|privacy) "
    "(?:cookies|choices|options|settings|preferences)|(?:we |your )(?:value|care about|respect) your privacy|"
    "your privacy(?: (?:choices|matters|is important to us))?|"
    "we and our (?:[0-9]+ )?(?:trusted )?partners .{0,60}(?:cookies|information|data|device)\\b~160",
    "(?:when|if) you buy .{0,60} (?:using|through|via) (?:a|our|the) links? .{0,40}we (?:may )?"
    "(?:receive|earn) a .{0,90}",
    "this (?:post|article|page|site|recipe) (?:may )?(?:contains?|includes?|uses?) (?:some )?(?:amazon )?"
    "affiliate links(?:[.,;:]? (?:please )?(?:read|see|click|check|learn|view|for more|full) .{0,90})?|"
    "we may (?:receive|earn) a(?:n affiliate)? commission .{0,90}|view this e-?mail in (?:your|a) browser|"
    "was this (?:e-?mail|newsletter) forwarded to you.{0,60}|our mailing address is|"
    "want to change how you receive these e-?mails.?|"
    "you can update your preferences or unsubscribe.{0,40}|listen(?: ·)? [0-9]+:[0-9]{2}|"
    "(?:close|show|view|all) (?:extra |more )?sharing options",
    "a version of this (?:article|story|column|review) (?:also )?(?:appear(?:s|ed)|ran) in (?:the )?print"
    ".{0,180}|(?:suggested|explore) topics|"
    "(?:story|article) highlights|explore more on these topics|filed under|short (?:link|url)|"
    "(?:photo |image |picture |slide )?[0-9]{1,3} (?:of|/) [0-9]{1,3}|show all [0-9]+|"
    "view (?:gallery|all [0-9]+ images)|"
    "(?:hide|toggle) caption|enlarge this image|reuse this (?:content|article)|show (?:more|less)|list of [0-9]+ items|"
    "end of list|view [0-9]+ comments?|comments? [0-9]+",
    "this material may not be published.{0,120}|reproduction (?:(?:in whole|in part|or|without|"
    "of (?:this|any|all|the) (?:material|article|content|text|page|story|site)) .{0,40})?"
    "(?:is )?(?:strictly )?prohibited~60|"
    ".{0,40}may not be reproduced~80",
    "(?:this (?:article|story|page) was )?printed from:? .{1,160}|(?:you are )?visitor (?:number|no\\.?|#) ?[0-9]+|"
    "you(?: are|['’]re) receiving (?:this|these)(?: e-?mails?)? because~160|"
    "get .{1,60} (?:delivered )?(?:straight |directly |right )?(?:to|in|into) your (?:e-?mail )?inbox\\b.{0,120}|"
    "stay (?:up to date|updated|informed|connected) with .{1,60} (?:follow|subscribe|join|download)~80",
    "[0-9]+ (?:views|reads) ?[0-9]+ (?:comments|likes)~60|watch more of our videos~120|"
    "the audio version of this (?:article|story) (?:is|was) (?:generated|produced|read) .{0,200}|"
    "(?:your browser does not support (?:the |html5 )?(?:audio|video)|"
    "(?:audio|video)(?: playback)? is not supported)~80",
    "our standards:? .{0,40}(?:principles|policy|policies|code|guidelines)~40|.{0,40}trust principles~40",
    "(?:this|the) (?:article|story|content|page) is "
    "(?:(?:only )?(?:for|available (?:only )?to)|reserved for|exclusive to) "
    "(?:our )?(?:paying )?(?:subscribers\\b.{0,120}|members only\\b.{0,120})|(?:for )?subscribers only~60|"
    "already a (?:subscriber|member)\\b.{0,40}|"
    "(?:subscribe|sign in|log in|register|sign up) (?:now )?to (?:continue|keep) reading~60|"
    "to (?:continue|keep) reading.{0,20} (?:subscribe|sign in|log in|register)\\b.{0,60}|"
    "(?:هذا|هذه) (?:المحتوي|المقال|الماده|المقاله) (?:متاح|متاحه|مخصص|مخصصه|حصري|حصريه) (?:فقط )?للمشتركين\\b.{0,100}|"
    "(?:اشترك|سجل(?: الدخول)?) (?:الان )?(?:لمواصله|لمتابعه|لقراءه|لاستكمال)\\b.{0,60}|"
    "(?:هل انت |انت )?مشترك (?:بالفعل|مسبقا)\\b.{0,40}|لديك حساب(?: بالفعل)?\\b.{0,40}",
    "(?:contact|email|write to) the (?:reporter|author|writer|editor|newsroom)s?:?(?: at)? .{0,40}(?:@|\\d{3}).{0,60}",
    "(?:forwarded(?: as received| many times| message)?|(?:ال)?منقول(?:ه)?(?: للفاءده)?|(?:كما )?وصلني|كما وردني|"
    "(?:تمت? )?(?:اعاده|معاد) "
    "(?:ال)?توجيه(?:ها)?)|(?:للانضمام|انضم|انضموا|للاشتراك|اشتركوا|رابط) (?:(?:الي|في|ل) )?(?:ال|ب|بال|ل|لل)?"
    "(?:قناه|قناتنا|مجموعه|مجموعتنا|مجموعات|مجموعاتنا|كروب|جروب|قروب):?~90|"
    "(?:join|follow|subscribe to) (?:(?:our|the|us on) )?(?:channel|group|telegram|whatsapp):?~80",
    "(?:عدد )?(?:ال)?(?:قراء|قراءات|مشاهدات|زيارات|زوار|مشاركات)(?: الخبر| المقال)? ?:? ?[0-9][0-9,.]*|"
    "(?:شوهد|قرء|قرءت|تمت قراءته) ?:? ?[0-9][0-9,.]* (?:مره|مرات)|[0-9][0-9,.]*[km]? (?:views|shares|reads|likes)",
    "(?:اعجبني|like|liked|(?:اعجاب|اعجبني) تعليق مشاركه|تعليق|reply|like comment share)",
    "(?:page|pg|صفحه|الصفحه|ص) ?[.:]? ?[0-9]{1,3}(?: (?:of|من) [0-9]{1,3})?|page [a-z]{1,2} ?[-–—]? ?[0-9]{1,3}",
    "(?:(?:read|see) )?(?:more|full (?:story|article))(?: (?:at|here|on))?:? (?:https?://|www\\.)\\S+|"
    "(?:(?:اقرا|اقرءوا|لقراءه|قراءه|تابع|للاطلاع علي|لمشاهده) )?(?:ال|لل)(?:مزيد|تفاصيل|خبر(?: كاملا)?|مقال(?: كاملا)?|"
    "تقرير(?: كاملا)?)(?: (?:علي|في|عبر) (?:ال)?(?:رابط|موقع))?:? (?:https?://|www\\.)\\S+",
    "(?:للتواصل|للمشاركه|للتعليق):? (?:ارسل|ارسلوا) (?:رساله|sms)\\b.{0,60}[0-9]{4,}.{0,90}",
    "(?:للتواصل|تواصل|تواصلوا)(?: مع)? (?:الكاتب|الكاتبه|المحرر|المحرره|المراسل|المراسله|الصحفي|الصحفيه):?~60",
    "(?:sent|get|envoye) (?:from|outlook for) (?:my )?(?:iphone|ipad|ios|android|samsung(?: galaxy)?(?: \\w+)?|"
    "blackberry|mobile|phone|outlook|yahoo mail|gmail mobile|tablet|huawei)~40|(?:تم )?(?:ال)?ارسال(?:ه|ها)? من "
    "(?:ال)?(?:ايفون|هاتفي|جهاز)\\w*~30|"
    "for immediate release|press release|للنشر الفوري|بيان صحفي|بيان صحافي|"
    "ends|end|the end|more to follow|ends/.{0,10}",
    '(?:نحن )?نستخدم (?:في موقعنا )?ملفات تعريف الارتباط\\b[^"“”«»]{0,160}|'
    '[يت]ستخدم (?:موقعنا|الموقع|هذا الموقع) ملفات تعريف الارتباط\\b[^"“”«»]{0,160}|'
    "(?:اخر تحديث|تم التحديث|اخر تعديل):? (?:منذ|قبل) .{1,25}|(?:last )?updated:? .{1,20} ago|"
    "[0-9][0-9,.]*[km]? (?:مشاهده|مشاهدات|قراءه|زياره|تفاعل|اعجاب|مشاركه)|لا مشاركات|"
    "[0-9][0-9,.]*[km]? تعليق\\w{0,3}(?: [0-9][0-9,.]*[km]? مشارك\\w{0,3})?|"
    "(?:عرض|مشاهده) (?:المزيد من |كل )?التعليقات|view (?:more|all) comments|(?:الغاء|لالغاء) الاشتراك\\b.{0,80}",
    CREDITS_OF_PAGES,
    "(?:add|set)(?: us)? as (?:a )?preferred(?: source)?(?: on google)?|"
    '(?:we use|this site uses) cookies\\b[^"“”]{0,160}|(?:to )?unsubscribe(?: (?:from|here|at|click)\\b.{0,80})?|'
    "flag as irrelevant|see more results(?: .{0,40})?|edit this alert(?: .{0,40})?|"
    "manage (?:your )?(?:preferences|subscriptions?)|this (?:e-?mail|newsletter) was sent to .{3,60}|"
    "you(?: are|['’]re) receiving (?:this|these)(?: e-?mails?)? because .{1,160}",
    "(?:(?:read|see) (?:more|on)|full (?:story|article)|more(?: details| here| at)?|details|المزيد|للمزيد|"
    "اقرا المزيد|التفاصيل)(?: (?:here|at|هنا|علي))?:? ?https?:? ?//\\S+|"
    "(?:read|see|view) the (?:full|whole|rest of the) (?:story|article|report|piece|text)~50|"
    "(?:(?:اقرا|قراءه|لقراءه|تابع|للاطلاع علي) )?(?:ال)?(?:خبر|مقال|تقرير|ماده) (?:كاملا|كامله|بالكامل)~50",
    "(?:اقرا|تابع|طالع)وا? (?:المزيد|التفاصيل|الخبر|المقال) (?:علي|في|عبر) (?:موقعنا|صفحتنا|الموقع)|"
    "(?:ل|لل|لمزيد من ال|للمزيد من ال|ال)?تفاصيل(?: اكثر| اخري)?(?: (?:في|علي|عبر) (?:ال)?(?:رابط|اول تعليق|تعليقات)"
    "(?: التالي| ادناه| بالاسفل)?)?(?: [^\\w\\s]{1,3})+|للتفاصيل|(?:ال)?تفاصيل (?:في|علي|عبر) "
    "(?:الرابط|اول تعليق|التعليقات)(?: التالي| ادناه| بالاسفل)?|رابط (?:الخبر|المقال|التقرير)(?: [^\\w\\s]{1,3})*|"
    # Of forums: which post it is, and who its writer is there.
    "(?:رقم المشاركه|المشاركه(?: رقم)?|post) ?:? ?#? ?[0-9]{1,5}|"
    f"عضو (?:{'|'.join(map(key_of, _OF_MEMBERS))})|مشرف (?:عام|سابق)|"
    "(?:english|arabic) version(?: below| here)?|(?:النسخه|النص|الترجمه) ال(?:انجليزيه?|عربيه?) ادناه|"
    "تخطي .{2,40} وواصل القراءه|"
    f"loading {NETWORK} content|end of {NETWORK} (?:post|content)|skip {NETWORK} (?:post|content)",
    "(?:got|have) an? (?:question|tip|story|problem)s?\\?? (?:for .{1,30} )?"
    "(?:send|e-?mail|write|contact|submit)\\b.{0,120}|"
    "(?:\\S+@\\S+ )?استعمال المضامين بموجب بند .{0,160}",
    "we (?:want|would like|['’]d like|['’]d love) to hear (?:from you|(?:what you think|your thoughts) about this "
    "(?:article|story|piece))~120",
    # What databases of newspapers write around an article.
    "(?:first|second|third|fourth|final|late|early|city|national|metro(?:politan)?|main|state|weekend|morning|evening) "
    "edition(?: ?[-–] ?final)?|final edition|"
    "[0-9]{1,4} (?:of|من) [0-9]{1,4}(?: (?:documents?|articles?|results?|records?|وثاءق|وثيقه|مقالات|مقاله|"
    "نتيجه|نتاءج))?|end of document|[0-9][0-9,]* (?:words|كلمه|كلمات)|document [a-z]{2,8}[0-9]{8,}[a-z0-9]{2,}|"
    "copyrights?:? (?:©|\\(c\\))? ?[0-9]{4}\\b.{0,140}|copyright .{2,60},? [0-9]{4}\\b.{0,60} rights reserved",
)
