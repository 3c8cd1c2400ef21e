"""What the usual names of columns mean, in Arabic, English and French, however they are spelled.

Only names: what stands in the columns, and what a person said of them, is the business of `mapped_rows`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.model.language import Language
from generator.text.arabic import fold

# For each field the names that mean it, the surest first: of a table's columns the first that is here is taken first.
_NAMES = {
    "title": """headline title العنوان عنوان عنوان_الخبر عنوان_المقال عنوان_المادة عنوان_الموضوع العنوان_الرئيسي
        article_title news_title post_title page_title web_title full_title name_of_article heading header_title
        subject title_text h1 headlines الموضوع الخبر_الرئيسي اسم_الخبر اسم_المقال titre titre_article intitule titulo
        title_page title_rss og_title heading_text headline_text news_headline main_title مانشيت""",
    "kicker": """kicker overline eyebrow supra_title pretitle pre_title surtitre sur_titre العنوان_التمهيدي
        الشارحة عنوان_تمهيدي""",
    "description": """standfirst summary description excerpt abstract deck dek subtitle sub_title subheadline
        sub_headline lede lead short_description meta_description snippet trail_text teaser intro chapo chapeau resume
        post_excerpt custom_excerpt lead_paragraph
        الملخص ملخص ملخص_الخبر المقدمة مقدمة الوصف وصف موجز الموجز نبذة العنوان_الفرعي
        عنوان_فرعي article_summary og_description""",
    "body": """body content content_html body_html articlebody article_body text article_text full_text fulltext
        maintext main_text main_content news_text body_text content_text post_content article_content page_content
        clean_text cleaned_text raw_text story story_text story_body html article article_html html_content contents
        النص نص المحتوى محتوى نص_الخبر نص_المقال نص_المقالة نص_المادة متن المتن متن_الخبر تفاصيل التفاصيل
        تفاصيل_الخبر محتوى_الخبر محتوى_المقال الخبر المقال المقالة texte contenu corps corps_article news
        contenido texto paragraphs content_elements bodytext body_content long_description transcript text_content
        body_value body_0_value introtext rendered_content blocks content_blocks body_blocks page_blocks dynamic_zone
        lexical
        الخبر_كاملا النص_الكامل نص_كامل full_story full_article news_content news_body news_details article_details
        details full_content page_text plaintext plain_text raw_content raw_body text_body content_markdown markdown
        main_body post_body story_content المتن_الكامل نص_الموضوع نص_المنشور محتوى_المقالة""",
    "date": """date_published date_time_pub published published_at publish_date pubdate pub_date publication_date
        date_publish published_date datepublished published_on published_time publish_time publication_time
        web_publication_date first_published first_published_at article_date news_date post_date pub_time
        تاريخ_النشر تاريخ_نشر_الخبر
        تاريخ_الخبر تاريخ_المقال نشر_في نشر_بتاريخ نشر تاريخ_ووقت_النشر وقت_النشر date_de_publication
        date_publication publish_up publie_le date_parution parution published_date_time publishdatetime
        article_published_time
        date datetime date_time التاريخ تاريخ اليوم_والتاريخ dateline_date fecha day_of_publication issue_date
        تاريخ_العدد release_date posted posted_at posted_on date_of_publication publishing_date date_posted
        posted_date publish_datetime published_datetime publication_datetime publish_timestamp published_timestamp
        time_published issued date_issued dc_date original_publish_date تاريخ_الإصدار تاريخ_المنشور
        authored_on التاريخ_الميلادي تاريخ_ميلادي gregorian_date date_gregorian التاريخ_الهجري تاريخ_هجري
        hijri_date date_hijri published_first_in_system""",
    "created": "created created_at created_on date_created creation_date تاريخ_الإنشاء تاريخ_الانشاء timestamp",
    "year": """year pub_year publish_year publication_year published_year date_year year_published السنة سنة العام عام
        سنة_النشر عام_النشر annee""",
    "month": """month pub_month publish_month publication_month published_month date_month الشهر شهر شهر_النشر mois""",
    "day": """day pub_day publish_day publication_day published_day date_day day_of_month اليوم يوم يوم_النشر jour""",
    "clock": "time publish_clock الوقت وقت الساعة ساعة_النشر heure",
    "updated": """updated updated_at date_modified datemodified modified modified_at last_modified last_updated
        date_modify post_modified lastmod lastmodified changed modified_date update_date updated_date updated_on
        modification_date date_updated last_update updated_time last_edited تاريخ_التحديث تاريخ_التعديل
        آخر_تحديث اخر_تحديث حدث_في date_modification
        date_de_modification mis_a_jour maj article_modified_time edited_at""",
    "taken": """date_extracted extracted extracted_at extraction_date crawled crawled_at crawl_date crawl_time crawltime
        crawldate date_crawled scraped scraped_at scrape_date scrape_time date_scraped scraping_date date_download
        download_date downloaded_at fetched fetched_at fetch_date fetch_time retrieved retrieved_at date_retrieved
        retrieval_date accessed accessed_at access_date date_accessed collected collected_at collection_date
        date_collected harvested harvested_at harvest_date indexed_at date_indexed imported_at ingested_at inserted_at
        date_added added_at saved_at archived_at first_seen last_seen seen_at filedate snapshot_date export_date
        exported_at date_downloaded download_time retrieval_time scraped_on scraped_time scrape_timestamp
        crawl_timestamp date_scrapped scrapped_at collected_on seendate seen_date تاريخ_السحب تاريخ_الجمع
        تاريخ_الاستخراج تاريخ_الأرشفة تاريخ_التنزيل
        تاريخ_الحفظ تاريخ_الزحف تاريخ_الاطلاع date_extraction date_collecte date_de_collecte""",
    "lang": """lang language language_code lang_code languages_code langcode locale inlanguage اللغة لغة لغة_الخبر
        لغة_النص langue idioma""",
    "source": """publisher source_name publication newspaper source outlet media media_name site_name sitename site
        website publisher_name source_domain domain source_hostname hostname الناشر المصدر مصدر مصدر_الخبر الصحيفة
        صحيفة الجريدة جريدة الموقع اسم_الموقع اسم_المصدر اسم_الصحيفة الوكالة القناة الوسيلة editeur journal
        source_title news_source newspaper_name og_site_name channel agency feed_title provider publication_name
        media_outlet outlet_name container_title source_website اسم_القناة اسم_الوكالة""",
    "authors": """author authors byline by writer reporter journalist creator author_name author_names authors_name
        written_by created_by_alias dc_creator
        الكاتب كاتب اسم_الكاتب المؤلف المحرر كتب كتبه بقلم الصحفي المراسل الكاتبة الكتاب
        auteur auteurs redacteur journaliste autor columnist correspondent author_list reporter_name
        journalist_name authored_by user اعداد إعداد تحرير اسم_المؤلف اسم_الصحفي اسم_المحرر""",
    "translator": """translator translators translated_by translation_by المترجم المترجمة ترجمة ترجمه اسم_المترجم
        traducteur traductrice traduit_par""",
    "dateline": "dateline place_of_writing filed_from reported_from مكان_الخبر",
    "section": """section section_name category categories article_section news_category post_category channel_name
        desk rubric topic_section القسم قسم التصنيف تصنيف تصنيف_الخبر الباب باب rubrique categorie newstype news_type
        أقسام الفئة category_name column_name label topic topic_name main_category subcategory sub_category subsection
        التبويب""",
    "tags": """keywords tags tag keyword news_keywords meta_keywords topics subjects labels hashtags tag_list
        tag_names الوسوم وسوم الكلمات_الدالة كلمات_دالة الكلمات_المفتاحية كلمات_مفتاحية الكلمات_الدلالية
        كلمات_دلالية تاجز الهاشتاق mots_cles motscles etiquettes مواضيع""",
    "url": """url link article_url canonical_url canonical permalink web_url source_url page_url news_url post_url href
        uri external_url share_url short_url article_link news_link الرابط رابط رابط_الخبر رابط_المقال عنوان_الرابط
        رابط_المصدر lien adresse_web original_link requested_url final_url link_url
        web_address web_link full_url source_link
        canonical_link main_entity_of_page link_to_content""",
    "rights": "rights license licence copyright terms الحقوق حقوق_النشر الترخيص droits",
    "status": """status state draft published_status post_status is_published is_draft unpublished is_unpublished
        is_hidden الحالة حالة_النشر مسودة statut""",
    "aliases": "aliases alias redirect_from old_url old_urls",
    "id": """id _id guid uuid article_id news_id post_id doc_id document_id item_id record_id uid node_id nid key
        الرقم رقم رقم_الخبر رقم_المقال معرف المعرف رقم_المادة identifiant identifier code""",
    "counterpart": """translation_key translation_group translation_group_id translation_group_key translation_id
        translation_set translations_id trid translation_of translated_from_id original_id source_id_of_translation
        i18n_key i18n_id lang_ref counterpart counterpart_id translatable_id tnid i18n_tnid""",
    "original_publisher": "original_publisher original_source المصدر_الأصلي الناشر_الأصلي source_originale",
    "original_url": "original_url الرابط_الأصلي url_original",
    "original_lang": "original_language original_lang اللغة_الأصلية langue_originale",
    "original_title": "original_title العنوان_الأصلي titre_original",
}  # fmt: skip
_SEPARATORS = re.compile(r"[\W_]+")
_HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_LANGUAGES = {"ar": Language.AR, "arabic": Language.AR, "عربي": Language.AR, "العربيه": Language.AR,
              "عربيه": Language.AR, "بالعربيه": Language.AR, "en": Language.EN, "english": Language.EN,
              "eng": Language.EN, "ara": Language.AR, "انجليزي": Language.EN, "الانجليزيه": Language.EN,
              "بالانجليزيه": Language.EN, "انجليزيه": Language.EN}  # fmt: skip


@lru_cache(maxsize=4096)
def fold_column(name: str) -> str:
    """A column's name without what its spelling varies in: case, marks, separators, `publishedAt` or `Published At`."""
    return _SEPARATORS.sub("", fold(_HUMP.sub(" ", name[:200])))


_MEANINGS = {
    fold_column(name): (field, rank) for field, names in _NAMES.items() for rank, name in enumerate(names.split())
}
FIELDS = tuple(_NAMES)
_OF_ARTICLES = frozenset({"article", "news", "story", "post", "item", "entry"})
_OF_ARTICLES_BEHIND = frozenset(map(fold, ("الخبر", "المقال", "المقالة", "المادة", "الموضوع", "التقرير")))
_FARTHER = 1000  # below every name of the lists
_UNPUBLISHED = frozenset({"draft", "isdraft", "hidden", "ishidden", "unpublished", "isunpublished", "مسوده"})


@lru_cache(maxsize=4096)
def meaning_of(name: str) -> tuple[str, int] | None:
    """The field that a column's name means, and how far down the list of that field's names it stands; None where the
    name is not usual. A word that only says that it is the article's (`Story title`, `كاتب المقال`) makes no
    difference."""
    found = _MEANINGS.get(fold_column(name))
    if found is not None:
        return found
    words = [word for word in _SEPARATORS.split(_HUMP.sub(" ", name[:200])) if word]
    rest = words[1:] if words and fold(words[0]) in _OF_ARTICLES else []
    if len(words) > 1 and not rest and fold(words[-1]) in _OF_ARTICLES_BEHIND:
        rest = words[:-1]
    for joined in ("_".join(rest), f"ال{'_'.join(rest)}"):
        inner = _MEANINGS.get(fold_column(joined)) if rest else None
        if inner is not None:
            return inner[0], inner[1] + _FARTHER
    return None


def is_text_column(name: str) -> bool:
    """Whether a column's name means the text of an article, of which a part is of use."""
    meaning = meaning_of(name)
    return meaning is not None and meaning[0] == "body"


def says_unpublished(name: str) -> bool:
    """Whether «yes» in a column or field of that name means that the article is not shown."""
    return fold_column(name) in _UNPUBLISHED


def guess_columns(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each field the columns that seem to hold it, the likeliest first, from the columns' names alone."""
    found: dict[str, list[tuple[int, str]]] = {}
    for name in names:
        meaning = meaning_of(name)
        if meaning is not None:
            found.setdefault(meaning[0], []).append((meaning[1], name))
    return {field: tuple(name for _, name in sorted(ranked)) for field, ranked in found.items()}


@lru_cache(maxsize=4096)
def language_of_column(name: str) -> tuple[str, Language] | None:
    """The name without its language, and the language, of a column such as `title_ar` or `العنوان (بالإنجليزية)`."""
    words = [word for word in _SEPARATORS.split(_HUMP.sub(" ", name[:200])) if word]
    if len(words) < 2:
        return None
    for word, rest in ((words[-1], words[:-1]), (words[0], words[1:])):
        language = _LANGUAGES.get(fold(word))
        if language is not None:
            return " ".join(rest), language
    return None
