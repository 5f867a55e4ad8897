import type { Messages } from "./messages";

/** The words of the interface in Arabic. */
export const ar = {
  site: {
    name: "Movies viewer",
    description: "ابحث في أفلام The Movie Database (TMDB) وتصفّحها.",
    skip: "تخطَّ إلى المحتوى",
    mainNav: "القائمة الرئيسية",
    discover: "استكشاف",
    watchlist: "قائمة المشاهدة",
    about: "حول التطبيق",
    api: "API",
    footerNav: "المزيد",
    tmdbLogo: "The Movie Database (TMDB)",
    // English in every language: TMDB's terms ask for these very words.
    tmdbNotice:
      "This application uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB.",
    language: "اللغة",
    sampleLabel: "حول هذه المجموعة",
    sample:
      "هذه الأفلام من بديل عن TMDB، مثل <strong>المجموعة التجريبية</strong>. للبحث في TMDB نفسها، شغّل هذا التطبيق مع ضبط <key>TMDB_READ_KEY</key> ودون ضبط <url>TMDB_API_URL</url>.",
  },
  theme: {
    label: "المظهر",
    system: "النظام",
    light: "فاتح",
    dark: "داكن",
    contrast: "تباين عالٍ",
  },
  search: {
    label: "البحث عن أفلام",
    placeholder: "عنوان فيلم",
    submit: "بحث",
    landing: "ابحث عن فيلم",
    results: "نتائج البحث",
    films: "الأفلام",
    found:
      "{count, plural, zero {لا أفلام} one {فيلم واحد} two {فيلمان} few {# أفلام} many {# فيلمًا} other {# فيلم}} لـ«{query}»",
    foundOfYear:
      "{count, plural, zero {لا أفلام} one {فيلم واحد} two {فيلمان} few {# أفلام} many {# فيلمًا} other {# فيلم}} من عام {year} لـ«{query}»",
    foundOnPage: "{found}، الصفحة {page} من {totalPages}",
    title: "{query}",
    titleOnPage: "{query}، الصفحة {page}",
    plainText: "البحث عن العنوان «{query}» بدلًا من ذلك",
    noneTitle: "لم يُعثر على فيلم لـ«{query}»",
    none: "لا تعرف TMDB فيلمًا بهذا العنوان. تحقّق من الإملاء أو جرّب كلمات أقل.",
    noneFiltered: "لم يُعثر على فيلم بهذه المرشّحات.",
    withoutFilters: "البحث دون مرشّحات",
    orDiscover: "استكشاف الأفلام حسب النوع والسنة",
    pastTitle: "لا توجد صفحة {page}",
    past: "الصفحة الأخيرة هي <link>الصفحة {totalPages}</link>.",
    filters: "المرشّحات",
    year: "السنة",
    titlesIn: "لغة العناوين",
    apply: "تطبيق",
    suggestions: "أفلام مقترحة",
    suggestionsFound:
      "{count, plural, zero {لا اقتراحات} one {اقتراح واحد} two {اقتراحان} few {# اقتراحات} many {# اقتراحًا} other {# اقتراح}}",
    allResults: "كل النتائج لـ«{query}»",
    recent: "عمليات البحث الأخيرة",
    clearRecent: "مسح عمليات البحث الأخيرة",
    searching: "جارٍ البحث",
  },
  pages: {
    label: "الصفحات",
    previous: "السابق",
    next: "التالي",
    page: "الصفحة {page}",
  },
  watchlist: {
    toggle: "قائمة المشاهدة: {title}",
    intro:
      "تُحفظ هذه القائمة في هذا المتصفح وحده: لا يراها أحد غيرك ولا توجد على أجهزتك الأخرى. صدِّرها لتأخذها معك.",
    needsScript: "تُحفظ القائمة في هذا المتصفح ولا يمكن عرضها إلا باستخدام JavaScript.",
    count: "عدد الأفلام في القائمة: {count}",
    emptyTitle: "لا شيء في قائمتك بعد",
    empty: "علامة الحفظ على أي فيلم تضيفه إلى هنا.",
    unreadableTitle: "تعذّرت قراءة قائمتك",
    unreadable: "لا يسمح هذا المتصفح للموقع بحفظ أي شيء. قد تكون النافذة خاصة أو قد يكون التخزين معطّلًا.",
    forbidden:
      "لم يُحفظ: لا يسمح هذا المتصفح للموقع بحفظ أي شيء. قد تكون النافذة خاصة أو قد يكون التخزين معطّلًا.",
    full: "لم يُحفظ: لم تبقَ في هذا المتصفح مساحة للموقع.",
    close: "إغلاق",
    export: "تصدير",
    import: "استيراد",
    added: "عدد الأفلام المضافة: {count}",
    notAWatchlist: "هذا الملف ليس قائمة مشاهدة من هذا الموقع، لذلك لم يُضف شيء.",
  },
  offline: {
    title: "أنت غير متصل",
    why: "تعذّر الوصول إلى هذه الصفحة. قد تعود عندما يتوفر الاتصال.",
    retry: "إعادة المحاولة",
    watchlist: "عرض قائمتك",
  },
  source: {
    tmdb: "من TMDB",
    hit: "من الذاكرة المؤقتة، المرة {hits}",
    uncounted: "من الذاكرة المؤقتة، دون احتساب المرة",
    fetched: "جُلبت {ago}",
    justNow: "للتو",
    stale: "لا يمكن سؤال TMDB الآن، لذا تُعرض هذه النسخة",
  },
  film: {
    heading: "الفيلم",
    yearUnknown: "السنة غير معروفة",
    rated: "التقييم: {value} من 10",
    votes:
      "{count, plural, zero {لا أصوات} one {صوت واحد} two {صوتان} few {# أصوات} many {# صوتًا} other {# صوت}}",
    titleWithYear: "{title} ({year})",
    posterOf: "ملصق {title}",
    noOverview: "لا يوجد في TMDB وصف لهذا الفيلم بعد.",
    runtime: "{hours} س {minutes} د",
    runtimeMinutes: "{minutes} د",
    facts: "معلومات",
    noFacts: "لا تعرف TMDB المزيد عن هذا الفيلم بعد.",
    // The craft, not the person: so the credits say it, whoever and however many they are.
    director: "{count, plural, zero {إخراج} one {إخراج} two {إخراج} few {إخراج} many {إخراج} other {إخراج}}",
    writers: "{count, plural, zero {تأليف} one {تأليف} two {تأليف} few {تأليف} many {تأليف} other {تأليف}}",
    released: "تاريخ العرض",
    status: "الحالة",
    originalLanguage: "اللغة الأصلية",
    spokenLanguages:
      "{count, plural, zero {لغات الحوار} one {لغة الحوار} two {لغتا الحوار} few {لغات الحوار} many {لغات الحوار} other {لغات الحوار}}",
    countries:
      "{count, plural, zero {البلدان} one {البلد} two {البلدان} few {البلدان} many {البلدان} other {البلدان}}",
    budget: "الميزانية",
    revenue: "الإيرادات",
    homepage: "الموقع الرسمي",
    cast: "طاقم التمثيل",
    noCast: "لا تذكر TMDB طاقم تمثيل لهذا الفيلم بعد.",
    recommendations: "توصيات",
    noRecommendations: "لا توصي TMDB بشيء بعد هذا الفيلم حتى الآن.",
    playTrailer: "تشغيل الإعلان",
    trailerOf: "إعلان {title}",
  },
  lists: {
    trending: "الرائج هذا الأسبوع",
    noneTitle: "هذه القائمة فارغة",
    none: "لا تعرض TMDB أي فيلم هنا. البحث يعمل مع ذلك.",
  },
  missing: {
    title: "غير موجود",
    page: "لا يوجد شيء هنا",
    film: "هذا الفيلم غير موجود",
    person: "هذا الشخص غير موجود",
    why: "ربما حُذفت الصفحة أو كُتب العنوان خطأً.",
    search: "ابحث عن فيلم",
  },
  problems: {
    retry: "إعادة المحاولة",
    patience:
      "يُرجى الانتظار {seconds, plural, zero {# ثانية} one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}.",
    retrying: "ستحاول هذه الصفحة مرة أخرى تلقائيًا {when}.",
    "bad-parameter": {
      title: "لا يمكن استخدام هذا العنوان",
      detail: "للمعامل «{parameter}» قيمة غير مسموح بها.",
    },
    "refused-by-tmdb": {
      title: "رفضت TMDB الطلب",
      detail: "لا تقبل TMDB أحد المعاملات.",
    },
    "tmdb-busy": {
      title: "تطلب TMDB الانتظار",
      detail: "تطلب منا TMDB الانتظار قبل الطلب التالي.",
    },
    "key-missing": {
      title: "لا يوجد مفتاح لـ TMDB",
      detail:
        "ليس لدى هذا الخادم مفتاح قراءة لـ TMDB: على مشغّله ضبط TMDB_READ_KEY أو TMDB_READ_KEY_PARAMETER.",
    },
    "key-malformed": {
      title: "مفتاح TMDB غير صالح",
      detail: "يحتوي مفتاح القراءة لـ TMDB لدى هذا الخادم على محارف لا ترد في أي مفتاح.",
    },
    "key-refused": {
      title: "رفضت TMDB المفتاح",
      detail: "لا تقبل TMDB مفتاح القراءة لدى هذا الخادم: على مشغّله تجديده.",
    },
    "key-unreadable": {
      title: "لا يوجد مفتاح لـ TMDB",
      detail: "تعذّر على هذا الخادم قراءة مفتاحه لـ TMDB. قد تنجح المحاولة لاحقًا.",
    },
    "tmdb-late": {
      title: "لم تُجب TMDB في الوقت المناسب",
      detail: "استغرقت TMDB وقتًا طويلًا للإجابة. قد تنجح المحاولة مجددًا.",
    },
    "tmdb-unreachable": {
      title: "يتعذّر الوصول إلى TMDB",
      detail: "يتعذّر الوصول إلى TMDB أو أنها معطّلة. قد تنجح المحاولة لاحقًا.",
    },
    "tmdb-unreadable": {
      title: "تتعذّر قراءة إجابة TMDB",
      detail: "ما وصل ليس إجابة من TMDB. قد تنجح المحاولة لاحقًا.",
    },
    "wrong-settings": {
      title: "إعدادات خاطئة",
      detail: "إعدادات هذا الخادم خاطئة: سجلّه يذكرها.",
    },
  },
} satisfies Messages;
