"""The labels that news pages write before their facts, in both languages, and what each one labels.

Data only; how a label line is read stands in labels. Arabic spellings are folded (generator.text.arabic.fold).
"""

from __future__ import annotations

from generator.ingest.dissect.lines import key_of
from generator.model.publisher import Label
from generator.text.word_sets import phrase_set, word_set

# Labels that need a separator (colon, dash, slash) or a line of their own.
_CLOSED: dict[Label, str] = {
    Label.PUBLISHED: (
        "تاريخ النشر|تاريخ ووقت النشر|وقت النشر|وقت وتاريخ النشر|تاريخ ووقت الاضافه|تاريخ نشر الخبر|تاريخ الخبر|"
        "تاريخ المقال|تاريخ الاضافه|تاريخ الاصدار|تاريخ|التاريخ|نشر|نشر في|نشر بتاريخ|نشر يوم|نشرت في|نشرت بتاريخ|"
        "تم النشر|تم النشر في|تم النشر بتاريخ|تم نشره في|تم نشره بتاريخ|تم نشر الخبر في|بتاريخ|النشر|اضيف في|"
        "اضيف بتاريخ|تاريخ الكتابه|اول نشر|نشر لاول مره|كتب في|كتب بتاريخ|اليوم والتاريخ|حرر في|حرر بتاريخ|صدر في|"
        "تاريخ الادراج|ادرج في|ادرج بتاريخ|أنشئ في|أنشئ بتاريخ|تم إنشاءه بتاريخ|تم إنشاءه في|"
        "منشور|منشور في|منشور بتاريخ|"
        "published|published on|published at|publication date|date published|publish date|posted|posted on|posted at|"
        "date|date posted|date/time|first published|first posted|first published on|issued|issued on|released|"
        "release date|"
        "published date|pubdate|published time|story date|date of publication|created|created on|filed"
    ),
    Label.UPDATED: (
        "اخر تحديث|آخر تحديث|تاريخ التحديث|تم التحديث|تم التحديث في|تم التحديث بتاريخ|حدث في|حدث بتاريخ|تحديث|"
        "تاريخ اخر تحديث|اخر تحديث في|اخر تعديل|تاريخ التعديل|عدل في|تم التعديل|تم التعديل في|محدث|اخر تحديث للخبر|"
        "updated|updated on|updated at|last updated|last updated on|last updated at|last update|update|modified|"
        "last modified|date updated|revised|last revised|date modified|amended|last edited"
    ),
    Label.SOURCE: (
        "المصدر|مصدر|المصادر|مصدر الخبر|المصدر الرءيسي|مصدر المقال|مصدر التقرير|الناشر|جهه النشر|عن|الصحيفه|الموقع|"
        "المصدر/الكاتب|هذا المحتوي من|مكان النشر|نشر بواسطه|نشرت بواسطه|نشرها|نشر عبر|الجهه الناشره|وكاله الانباء|"
        "source|sources|news source|publisher|published by|agency|agencies|via|outlet|newspaper|news agency|"
        "source name|credit|from|publication|publication title|publication name|media outlet|newspaper title|"
        "journal title"
    ),
    Label.AUTHOR: (
        "نص|عن الكاتب|عن الكاتبه|تحرير من طرف|بقلم من طرف|كتب|كتبت|كتبه|كتبته|كتبها|كتب بواسطه|بواسطه|بقلم|شعر|الكاتب|"
        "الكاتبه|كاتب المقال|كاتب|المولف|الموءلف|المءلف|المحرر|المحرره|"
        "اعداد|"
        "اعدها|اعده|اعد التقرير|من اعداد|اعداد وتقديم|حوار|حاوره|حاورته|حاورها|حاورتها|حاورهم|حاورتهم|حاورت|"
        "اجري الحوار|"
        "اجرت الحوار|اجراه|تقرير|"
        "تحقيق|مراسل|مراسلنا|المراسل|مراسلتنا|مراسله|متابعه|كتابه|الصحفي|الصحفيه|الصحافي|الصحافيه|رصد|تغطيه|"
        "كتابه وتصوير|كتابه وصور|نص وتصوير|نص وصور|النص والصور|تقرير وتصوير|تحقيق وتصوير|اعداد وتصوير|حوار وتصوير|"
        "اعداد التقرير|اعده للنشر|بقلم الكاتب|اعداد وكتابه|كتب التقرير|كتب الخبر|اسم الكاتب|تقرير اعداد|متابعات|"
        "by|author|authors|byline|writing by|poem by|written by|reporter|reporters|reported by|reporting by|reporting|"
        "writer|story by|"
        "text by|words by|report by|report|correspondent|our correspondent|interview by|interviewed by|columnist|"
        "compiled by|prepared by|contributor|contributors|article by|analysis by|opinion by|"
        "text and photographs|text and photos|text and pictures|text and images|words and photographs|"
        "words and photos|words and pictures|words and images|story and photographs|story and photos|story|words"
    ),
    Label.EDITOR: (
        "تحرير|حرره|حررته|مدير التحرير|رءيس التحرير|تحرير ومراجعه|مراجعه|تدقيق|تحرير وتدقيق|مراجعه وتدقيق|راجعه|"
        "اشراف|editor|editors|edited by|editing by|editing|reviewed by|copy editor"
    ),
    Label.TRANSLATOR: (
        "ترجمه|المترجم|المترجمه|ترجمها|ترجمه وتحرير|ترجمه واعداد|تعريب|عربه|نقله الي العربيه|نقلته الي العربيه|"
        "ترجمه عن الانجليزيه|ترجمه وتعريب|اعداد وترجمه|ترجمه بتصرف|ترجمه خاصه|ترجم المقال|ترجم التقرير|"
        "نقلها الي العربيه|"
        "translated by|translation|translator|translators|translation by|translated|translation and editing|"
        "translated and edited by|english translation|english translation by|arabic translation|"
        "translated from arabic by|"
        "translated from the arabic by|translated into english by|rendered into english by"
    ),
    Label.KEYWORDS: (
        "الكلمات الداله|الكلمات الدلاليه|كلمات داله|كلمات دلاليه|كلمات مفتاحيه|الكلمات المفتاحيه|وسوم|"
        "الوسوم|تاجز|تاغز|"
        "تاج|تاغ|الاوسمه|العلامات|علامات|هاشتاج|هاشتاغ|كلمات البحث|الموضوعات|المواضيع|مواضيع المقال|"
        "تصنيفات|التصنيفات|"
        "كلمات|الكلمات الاساسيه|دلالات|كلمات متعلقه|تاجات|وسم|"
        "tags|tag|keywords|keyword|key words|topics|topic|hashtags|labels|filed under|tagged|tagged as|tagged with|"
        "subjects|subject|"
        "المزيد عن|more about|"
        "explore more on these topics|click the alert icon to follow topics|"
        "follow topics|explore topics|suggested topics|more on these topics"
    ),
    Label.SECTION: (
        "القسم|قسم|الباب|التصنيف|تصنيف|الفءه|فءه|الزاويه|الملف|نوع الخبر|المجموعه|"
        "section|category|categories|desk|rubric|department|posted in|published in"
    ),
    Label.TITLE: "العنوان|عنوان الخبر|عنوان المقال|العنوان الرءيسي|عنوان|title|headline|article title",
    Label.STANDFIRST: (
        "الملخص|ملخص|ملخص الخبر|خلاصه|موجز الخبر|العنوان الفرعي|عنوان فرعي|نبذه|"
        "summary|abstract|standfirst|subtitle|subhead|subheading|deck|description|excerpt"
    ),
    Label.DATELINE: "المكان|مكان الخبر|مكان الحدث|المدينه|place|location|dateline|city",
    Label.ORIGINAL: (
        "نقلا عن|المصدر الاصلي|عن صحيفه|عن موقع|النص الاصلي|نشر اولا في|نشر في الاصل في|المصدر الاجنبي|الناشر الاصلي|"
        "مترجم عن|ترجمه عن|مترجم من|ترجمه من|مترجما عن|"
        "original source|originally published in|originally published by|originally published on|"
        "originally published at|first published in|first published by|originally appeared in|originally appeared on|"
        "first appeared in|original publisher|original publication|originally from|translated from|original article|"
        "republished from|reprinted from|reproduced from|cross-posted from|"
        "original|this article originally appeared in|this article was originally published in|courtesy of"
    ),
    Label.ORIGINAL_TITLE: "العنوان الاصلي|عنوان النص الاصلي|original title|original headline",
    Label.URL: (
        "رابط مختصر|الرابط المختصر|الرابط|رابط الخبر|رابط المقال|رابط الموضوع|رابط دايم|الرابط الدايم|الرابط الدءم|"
        "رابط التقرير|رابط|عنوان الرابط|للاطلاع علي الخبر|الرابط الداءم|رابط داءم|رابط المصدر|"
        "short link|short url|shortlink|link|url|permalink|source url|article url|web link|web address|address|"
        "read online|canonical url|source link"
    ),
    Label.ORIGINAL_URL: (
        "رابط الاصل|رابط النص الاصلي|رابط المقال الاصلي|original url|original link|link to the original|"
        "link to original|read the original"
    ),
    Label.ASIDE: (
        "من ملف|"
        "كود الخبر|رقم الخبر|رمز الخبر|عدد المشاهدات|عدد القراءات|المشاهدات|مشاهدات|عدد الزيارات|التعليقات|تعليقات|"
        "عدد التعليقات|شارك|مشاركه|مشاركات|شارك الخبر|شارك المقال|شارك هذا الخبر|شاركها|صوره|الصوره|"
        "تصوير|مصدر الصوره|"
        "صور|فيديو|الفيديو|مده القراءه|وقت القراءه|زمن القراءه|حجم الخط|رقم العدد|العدد|طباعه|القراءات|الزيارات|"
        "عدسه|رسوم|لمزيد من المعلومات|للمزيد من المعلومات|للاستفسار|للاستفسارات|جوال|فاكس|حقوق الصوره|"
        "تعليق الصوره|مصدر الصور|كلمه المرور|للتواصل|للاعلان|بريد الكتروني|البريد الالكتروني|هاتف|"
        "news id|article id|story id|id|views|hits|comments|share|share this|photo|photos|photo by|photo credit|"
        "image|image credit|image source|picture|pictures|video|caption|reading time|read time|print|email|e-mail|"
        "file photo|photograph|photography|illustration|issue|issue no|volume|page|word count|contact|phone|tel|"
        "additional reporting by|additional reporting|photographs by|photography by|photos by|pictures by|"
        "illustration by|illustrations by|graphics by|video by|"
        "for more information|for more information contact|for further information|for further information contact|"
        "media contact|media contacts|press contact|contacts|media enquiries|media inquiries|press office|"
        "photo caption|featured image|ref|reference no|رقم الحفظ|رقم القيد|رقم الوثيقه|رقم السجل|رقم التصنيف|"
        "رقم القصاصه|الصفحه|صفحه|record|record no|accession no|accession number|item|item no|document id|doc id|length|"
        "load-date|عدد القراء|عدد الكلمات|language|pages|pg|publication-type|publication type|journal-code|graphic|"
        "place of publication|country of publication|language of publication|publication year|publication subject|"
        "publication info|proquest document id|document url|database|document type|source type|issn|"
        "reach|sentiment|media type|circulation|ave|media value|notes to editors|notes to editor|note to editors"
    ),
}
# Labels that may stand before their value with nothing but a space, at the head or the foot of an article.
_OPEN: dict[Label, str] = {
    Label.PUBLISHED: (
        "تاريخ النشر|نشر في|نشر بتاريخ|نشر يوم|نشرت في|تم النشر في|تم النشر بتاريخ|تم النشر|نشر|بتاريخ|"
        "اضيف في|حرر في|أنشئ في|أنشئ بتاريخ|"
        "تم إنشاءه بتاريخ|تم إنشاءه في|منشور في|منشور بتاريخ|كتب بتاريخ|"
        "published on|published at|published|posted on|posted at|posted|first published on|first published|date|"
        "issued on|filed"
    ),
    Label.UPDATED: (
        "اخر تحديث في|اخر تحديث|تم التحديث في|تم التحديث|حدث في|اخر تعديل|تحديث|محدث|"
        "last updated on|last updated at|last updated|updated on|updated at|updated|last modified|"
        "last update|modified"
    ),
    Label.SOURCE: "نشر بواسطه|نشر عبر|published by",
    Label.AUTHOR: (
        "تحرير من طرف|"
        "كتب|كتبت|كتبه|كتبها|كتب بواسطه|بواسطه|بقلم الكاتب|بقلم|من اعداد|اعداد|حاوره|حاورته|حاورها|حاورتها|اجري الحوار|"
        "writing by|written by|reported by|reporting by|story by|text by|words by|interview by|interviewed by|"
        "as told to|posted by|submitted by|exclusive by|authored by|report by|compiled by|article by|analysis by|"
        "text and photographs by|text and photos by|words and photographs by|words and pictures by|"
        "story and photographs by|story and photos by|"
        "opinion by|by"
    ),
    Label.EDITOR: "حرره|حررته|تحرير|edited by|editing by",
    Label.TRANSLATOR: (
        "ترجمه وتحرير|ترجمه واعداد|اعداد وترجمه|ترجمه|ترجمها|ترجمته|تعريب|نقله الي العربيه|"
        "translated and edited by|translated from the arabic by|translated from arabic by|translated into english by|"
        "english translation by|translation by|translated by"
    ),
    Label.ORIGINAL: (
        "نقلا عن|originally published in|originally published by|originally published on|originally appeared in|"
        "first published by|first published in|first appeared in|first appeared on|originally appeared on|"
        "republished from|reprinted from|reproduced from|cross-posted from"
    ),
    Label.ASIDE: (
        "تصوير|عدسه|رسوم|additional reporting by|photographs by|photography by|photos by|photo by|pictures by|"
        "picture by|illustration by|"
        "illustrations by|graphics by|video by"
    ),
}


# Words that are a label by their form only: on the first line, or with a long value, they are prose or a headline.
WEAK = word_set(
    "كتب كتبت شعر نشر عن من تقرير تحقيق حوار متابعه متابعات تحليل ترجمه حدث تحديث محدث مصدر رصد مراسل تغطيه صوره "
    "صور فيديو الملف الموضوعات المواضيع كلمات العدد الموقع شارك مشاركه الصحيفه خلاصه نبذه عنوان هاتف دلالات "
    "تاريخ اشراف مراجعه by from via report reporting update issue page video photo image picture id original "
    "topic subject share print date filed created issued released link address city place contact "
    "description record item length language graphic database agency agencies editor translation "
    "credit summary comments views"
)


# Labels that say nothing of an article in the middle of which they stand, as above a poem that it quotes.
OF_HEADS = phrase_set("شعر|poem by")

_ORIGINALS = "arabic|english|french|german|italian|spanish|turkish|persian|russian|hebrew|kurdish|chinese|dutch|urdu"


def _translated_from() -> str:
    """`translated from the French by` and the like."""
    return "|".join(f"translated from {the}{name} by" for name in _ORIGINALS.split("|") for the in ("", "the "))


def _table(labels: dict[Label, str]) -> dict[str, Label]:
    return {key_of(form): label for label, forms in labels.items() for form in forms.split("|")}


CLOSED = _table(_CLOSED) | _table({Label.TRANSLATOR: _translated_from()})
OPEN = _table(_OPEN) | _table({Label.TRANSLATOR: _translated_from()})
LONGEST_OPEN = max(len(form.split()) for form in OPEN)
