"""A few sentences of invented news in many languages, for the measurements beside this file."""

SAMPLES = {
    "en": (
        "“I never touched the money,” the treasurer’s café partner said — and the "
        "£40,000 fee wasn’t paid. The harbour master said on Monday that nobody "
        "had paid the fee. “We will see,” he said."
    ),
    "de": (
        "Der Hafenmeister sagte am Montag, niemand habe die Gebühr bezahlt. Die "
        "Anhörung soll am Donnerstag stattfinden, teilte der Ausschuss mit. Drei "
        "in dem Bericht genannte Mitarbeiter äußerten sich nicht."
    ),
    "pt": (
        "O diretor do porto disse na segunda-feira que ninguém pagou a taxa. A "
        "audiência está marcada para quinta-feira, informou a comissão. Três "
        "assessores não responderam aos pedidos."
    ),
    "sv": (
        "Hamnchefen sade på måndagen att ingen hade betalat avgiften. "
        "Utfrågningen hålls på torsdag, uppgav utskottet. Tre medarbetare svarade "
        "inte på frågor."
    ),
    "pl": (
        "Kapitan portu powiedział w poniedziałek, że nikt nie zapłacił opłaty. "
        "Przesłuchanie odbędzie się w czwartek, poinformowała komisja. Trzech "
        "współpracowników nie odpowiedziało."
    ),
    "cs": (
        "Kapitán přístavu v pondělí řekl, že poplatek nikdo nezaplatil. Slyšení "
        "se bude konat ve čtvrtek, uvedl výbor. Tři spolupracovníci na dotazy "
        "neodpověděli."
    ),
    "hu": (
        "A kikötő kapitánya hétfőn azt mondta, hogy senki sem fizette ki a díjat. "
        "A meghallgatás csütörtökön lesz, közölte a bizottság. Három munkatárs "
        "nem válaszolt a kérdésekre."
    ),
    "ru": (
        "Начальник порта заявил в понедельник, что никто не платил сбор. Слушания "
        "пройдут в четверг, сообщил комитет. Три помощника не ответили на "
        "вопросы."
    ),
    "uk": (
        "Начальник порту заявив у понеділок, що ніхто не сплачував збір. Слухання "
        "відбудуться в четвер, повідомив комітет."
    ),
    "bg": (
        "Началникът на пристанището заяви в понеделник, че никой не е платил "
        "таксата. Изслушването ще бъде в четвъртък, съобщи комисията."
    ),
    "tr": (
        "Liman başkanı pazartesi günü kimsenin ücreti ödemediğini söyledi. "
        "Komite, duruşmanın perşembe günü yapılacağını açıkladı."
    ),
    "el": (
        "Ο λιμενάρχης δήλωσε τη Δευτέρα ότι κανείς δεν πλήρωσε το τέλος. Η "
        "ακρόαση θα γίνει την Πέμπτη, ανακοίνωσε η επιτροπή."
    ),
    "zh": (
        "港务局长周一表示，没有人支付过这笔费用。委员会表示，听证会定于周四举行。三名助手没有回应置评请求。"
    ),
    "ja": ("港長は月曜日、誰も料金を払っていないと述べた。委員会によると、公聴会は木曜日に開かれる。"),
    "ar": (
        "قال مدير الميناء يوم الاثنين إن أحدا لم يدفع الرسوم. وقالت اللجنة إن جلسة الاستماع ستعقد يوم الخميس."
    ),
    "ko": (
        "항만 책임자는 월요일 아무도 요금을 내지 않았다고 말했다. 위원회는 청문회가 목요일에 열린다고 밝혔다."
    ),
    "lt": (
        "Uosto kapitonas pirmadienį pareiškė, kad mokesčio niekas nesumokėjo. "
        "Klausymas vyks ketvirtadienį, pranešė komitetas."
    ),
    "he": ("מנהל הנמל אמר ביום שני שאיש לא שילם את האגרה. השימוע ייערך ביום חמישי, מסרה הוועדה."),
    "es": (
        "El jefe del puerto dijo el lunes que nadie había pagado la tasa. La "
        "audiencia se celebrará el jueves, señaló la comisión. Tres asesores no "
        "respondieron a las preguntas."
    ),
    "fr": (
        "Le capitaine du port a déclaré lundi que personne n’avait payé la taxe. "
        "L’audience aura lieu jeudi, a précisé la commission. Trois conseillers "
        "n’ont pas répondu aux questions."
    ),
    "it": (
        "Il comandante del porto ha detto lunedì che nessuno aveva pagato la "
        "tassa. L’udienza si terrà giovedì, ha precisato la commissione. Tre "
        "consiglieri non hanno risposto perché erano già partiti."
    ),
}
