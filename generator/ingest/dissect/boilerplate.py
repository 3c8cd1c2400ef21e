"""Lines that belong to the page and not to the article: sharing, following, printing, rights, advertising.

They are moved to the article's `removed`, word for word; a line counts only when the whole of it is such a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.ingest.dissect.cues import ends_list
from generator.ingest.dissect.formulas import LONGEST_FORMULA, is_formula
from generator.ingest.dissect.invitations import is_invitation
from generator.ingest.dissect.lines import Line, key_of
from generator.ingest.dissect.names import is_masthead_like, is_outlet_like

_NETWORK = (
    "(?:فيسبوك|فيس بوك|الفيسبوك|تويتر|تويتر اكس|اكس|منصه اكس|واتساب|واتس اب|الواتساب|تيليجرام|"
    "(?:ال)?ت?ي?لي?[جغ]رام|انستغرام|"
    "انستجرام|يوتيوب|لينكد ان|لينكدان|سناب شات|تيك توك|ماسنجر|بريد|البريد الالكتروني|ايميل|طباعه|جوجل نيوز|غوغل نيوز|"
    "اخبار جوجل|google news|facebook|twitter|x|whatsapp|whats app|telegram|instagram|youtube|"
    "linkedin|snapchat|tiktok|"
    "messenger|pinterest|reddit|tumblr|viber|threads|bluesky|mastodon|email|e-mail|mail|print|"
    "copy link|نسخ الرابط|pdf)"
)
# `~80` stands for what may follow, up to that many letters.
_FORMS = (
    f"(?:شارك|مشاركه|انشر|share|tweet|post|follow|تابعنا|تابعونا)?(?: (?:علي|عبر|on|via|to))?:? ?{_NETWORK}"
    f"(?:[ ,،|/•·و-]+(?:and )?{_NETWORK})*",
    f"(?:share|tweet|pin|post|like|save)(?:[ ,|/•·]+(?:share|tweet|pin|post|like|save|{_NETWORK})){{2,}}",
    "(?:شارك|شاركوا|شاركها|مشاركه|انشر|ارسل|اطبع)(?: (?:الخبر|المقال|المقاله|الموضوع|المنشور|التقرير|الصفحه|"
    "هذا (?:الخبر|المقال|"
    "الموضوع|التقرير)|هذه (?:الصفحه|المقاله|القصه)|القصه|مع (?:اصدقاءك|الاصدقاء)|الرابط|برايك|رايك)"
    "(?: (?:علي|عبر|مع) .{1,40})?)?",
    f"تابع(?:وا)? (?:كل )?(?:جديد|مستجدات) .{{2,40}} (?:علي|عبر) {_NETWORK}",
    "(?:تابعونا|تابعنا|تابع(?:وا)? (?:صفحتنا|قناتنا|حسابنا|حساباتنا|موقعنا|اخر الاخبار|احدث الاخبار|كل الاخبار)|"
    "تابع(?:وا)? (?:اخر|احدث|كل) (?:الاخبار|اخبارنا|اخبار)(?: \\S+){1,8}(?= (?:علي|عبر) (?:تطبيق|قنات|صفحت|حساب|"
    f"{_NETWORK}))|"
    "تابع(?:وا)? (?:اخبار|اخر|احدث|كل|جميع|الاخبار) (?:\\S+ ){0,5}ب(?:تحميل|تنزيل) (?:تطبيق|تطبيقنا)\\b.{0,40}|"
    "(?:تابع|تابعوا|تابعونا|تابعنا)(?: [^ .،]+){1,3} (?:علي|عبر)|(?:ل?متابعه|تابعوا) (?:[^ .،]+ ){1,4}"
    f"(?:علي|عبر) (?:ال)?{_NETWORK}(?: (?:https?:\\S+|(?:اضغط|انقر)(?:وا)? هنا))?|"
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
    f"(?: (?:علي|عبر|في) {_NETWORK})?|"
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
    "(?:follow|like|join|find|connect with) us(?: (?:on|at|for|via|in)~80)?|follow @?\\w+ on " + _NETWORK,
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
    "end of list|view [0-9]+ comments?|comments? [0-9]+|(?:image|photo|picture) credits?:? .{2,40}",
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
    "getty images|shutterstock|istock|alamy|(?:image|photo) source,? .{2,40}|afp via getty(?: images)?|"
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
    "عضو (?:ذهبي|فضي|ماسي|برونزي|جديد|نشيط|مميز|متميز|فعال|متالق|مشارك|شرف|مءسس)|مشرف (?:عام|سابق)|"
    "(?:english|arabic) version(?: below| here)?|(?:النسخه|النص|الترجمه) ال(?:انجليزيه?|عربيه?) ادناه|"
    "تخطي .{2,40} وواصل القراءه|"
    f"loading {_NETWORK} content|end of {_NETWORK} (?:post|content)|skip {_NETWORK} (?:post|content)",
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
# What counts the articles of a digest; the articles of a law are counted so, too.
_ITEM = re.compile(
    "(?:ال)?(?:خبر|مقال|تقرير|موضوع|ماده) "
    "(?:رقم [0-9]{1,2}|ال(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)[هي]?)|"
    "document [0-9]{1,4} of [0-9]{1,4}|"
    "(?:article|story|item) (?:no )?(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
)


def _any_of(forms: Sequence[str], rest: str) -> re.Pattern[str]:
    """The forms as one pattern, with `rest` for what may follow."""
    return re.compile("|".join(f"(?:{re.sub('~([0-9]+)', rest, form)})" for form in forms))


_WHOLE = _any_of(_FORMS, r"(?: .{0,\1})?")
# The same without what may follow: what a sentence must be that has its stop, or else say where it leads to.
_CLOSED = _any_of(_FORMS, "")
_STOP = re.compile(r"[.!؟?]['\"”’»)\]]*$")
_LEADS = re.compile(
    rf"(?<!\w){_NETWORK}(?!\w)|(?:صفحت|قنات|حساب|حسابات|نشرت|تطبيق|موقع)نا(?!\w)|النشره|newsletter|@|"
    r"https?:|www\.|\bour (?:app|page|channel|site|website|account)\b|app store|google play|©|[0-9]{4}|"
    r"subscribers?\b|للمشتركين|"
    r"المصدر|(?<!\w)(?:ل|ل?ال)?(?:صحيفه|جريده|موقع|وكاله|شبكه|مءسسه|شركه|قناه|مجله|بوابه)(?!\w)"
)
_NO_NETWORK = re.compile(r"(?<!\w)(?:x|mail|print|email|e-mail|pdf|بريد|ايميل|طباعه|اكس)(?!\w)")
_POLL = re.compile(
    "(?:استطلاع(?: راي| القراء)?|تصويت|صوت|شارك في (?:الاستطلاع|التصويت)|poll|vote|quick poll|reader poll)\\b"
)
# A page that hides its addresses from robots (Cloudflare's) shows these words instead.
_HIDDEN_ADDRESS = re.compile(r"(?:contact|e-?mail)?\W*\[email\W*protected\]\W*", re.IGNORECASE)
_MAIL_ADDRESS = re.compile(r"\s*<?[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+>?\s*")
_COPYRIGHT = re.compile(r"^\s*(?:©|\(c\)\s)", re.IGNORECASE)
_HASHTAGS = re.compile(r"(?:#[\w]+[\s،,]*)+")
# Signs of the page without words: letters that change the size of the type, a page's number, a link to a channel.
_PAGE_SIGNS = re.compile(
    r"(?=.?[+\-\s]|..[+\-\s])(?:[+\-]?[AaعT][+\-]?[|/\s]*){2,5}|[-–—]\s?[0-9٠-٩]{1,3}\s?[-–—]|"
    r"(?:https?://)?(?:t\.me|telegram\.me|wa\.me|chat\.whatsapp\.com|(?:www\.)?whatsapp\.com)/\S+|"
    r"[A-Z][A-Z\-]{1,15}(?: [A-Z][A-Z\-]{1,15}){0,3}/[0-9]{3,4} ?(?:GMT|UTC)|"
    # A wire's code or slug above an item, the close of an item with its desk's initials, a message's time and sender.
    r"[A-Z][A-Z\-]{2,30}/(?:[A-Z0-9 \-]{0,30})|"
    r"(?:[A-Z]{2,4}-){0,2}[A-Z]{2,4}--[A-Z][\w'’. \-]{2,40}(?:, ?[\w\-. ]{3,25}){0,3}, ?[0-9]{2,5}|"
    r"[A-Z]{2,4}-[A-Z]{2,4}-[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{4}(?:GMT|UTC|E[SD]T)|"
    r"[^\W\d]{2,6}[0-9]{6}(?:\s(?:جمت|GMT|gmt)(?:\s\S{2,9}){0,3})?|[^\W\d]{2,6}[0-9]{3,5}(?:\s\S+){0,3}\s\S{1,12}/\S{1,12}|"
    r"\((?:النهاية|انتهى|نهاية|[Ee]nds?|END)\)(?:\s[\w ./]{1,24})?|//\w{2,10}//(?:\s[\w.]{1,5}){0,2}|"
    r"[0-9]{1,2}:[0-9]{2}\s?ت\s?مـ?(?:\s.{1,12})?|0[0-9]{3}|"
    r"انتهى\s?[*/]{1,3}\s?[0-9]{3,5}[*/\s]{0,4}|(?:النص|نص (?:الخبر|المقال|التقرير)|[Ff]ull text|Text)\s?:|"
    r"\[[0-9٠-٩/.\-]{6,10},?،? [0-9٠-٩:]{4,8}(?:\s?[\w.]{1,4})?\] [^:]{1,40}:|"
    # The way down to a page.
    r"[^\W\d][^>›:]{1,40}(?:\s[>›]\s[^>›:]{2,60}){2,5}|"
    # A name in a network alone on its line; how often a message was seen, and when it was sent.
    r"@[A-Za-z]\w{3,31}|(?:👁\ufe0f?\s*)[0-9][0-9.,]*[KkMm]?(?:\s+[0-9]{1,2}:[0-9]{2})?|"
    r"[0-9][0-9.,]*[KkMm]\s+[0-9]{1,2}:[0-9]{2}|"
    # What stands around an article of the agency, in the words for readers who listen.
    r"Our Standards: .{3,60}?(?:,? opens (?:in a )?new (?:tab|window))?|"
    r"Article information|(?:Role|Reporting from), .{2,80}|"
    r"[^.]{3,40}['’]s profile picture|Verified [A-Z][\w ]{2,40} Badge|"
    r"(?:HEARD ON|Heard on) [A-Z][\w ]{3,40}|[0-9]{1,2}-Minute Listen|Comment on this story|"
    r"ت \+ ت - الحجم الطبيعي|"
    r"(?:قصص مقترحة|الأكثر قراءة|مواضيع قد تهمك|مقالات ذات صلة) نهاية|"
    r"BBC Mon(?: [A-Z]{1,3}[0-9]?[A-Za-z]{0,6}){1,8} [a-z]{1,3}(?:/[a-z]{1,3})+"
)
LONGEST = 220
_LONGEST_ITEM_NAME = 30


@lru_cache(maxsize=4096)
def is_boilerplate(text: str) -> bool:
    """Whether the whole line `text` belongs to the page and not to the article."""
    if len(text) > LONGEST:
        return len(text) <= LONGEST_FORMULA and is_formula(text)
    if _MAIL_ADDRESS.fullmatch(text) or _HIDDEN_ADDRESS.fullmatch(text) or is_formula(text):
        return True
    if is_invitation(text) or (_COPYRIGHT.match(text) and len(text) <= 140) or _PAGE_SIGNS.fullmatch(text.strip()):
        return True
    if ends_list(text):
        return True
    key = key_of(text)
    if not key or _WHOLE.fullmatch(key) is None:
        return False
    return not _STOP.search(text) or _CLOSED.fullmatch(key) is not None or _leads_on(key)


def _leads_on(key: str) -> bool:
    """Whether a sentence names where a page wants its readers to go, or whose rights it speaks of."""
    return _LEADS.search(_NO_NETWORK.sub(" ", key)) is not None or is_masthead_like(key) or is_outlet_like(key)


def read_poll(lines: Sequence[Line]) -> int:
    """How many lines at the end of `lines` are a reader's poll: its question with two to eight short answers."""
    for height in range(3, min(9, len(lines)) + 1):
        question, *answers = lines[-height:]
        if question.text.count("؟") + question.text.count("?") == 1 and _POLL.match(key_of(question.text)):
            return height if all(answer.words <= 5 for answer in answers) else 0
    return 0


def is_item_name(text: str) -> bool:
    """Whether `text` only counts articles (`Story 3`, «الخبر الثالث»): of a digest, it stands above a title; of a law,
    above its text."""
    return len(text) <= _LONGEST_ITEM_NAME and _ITEM.fullmatch(key_of(text)) is not None


def is_hashtags(text: str) -> bool:
    """Whether `text` is hashtags and nothing else."""
    return _HASHTAGS.fullmatch(text.strip()) is not None
