/// Spanish for people who write it to us.
enum SpanishTexts {
    static let all: [PhraseKey: [String]] = [neutral, everyday, debt, money, inBetween]
        .reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

    private static let neutral: [PhraseKey: [String]] = [
        .opening: [
            "¡Hola! Soy la asistente virtual de {creditor}. ¿Hablo con {name}?",
            "¡Hola! Te escribe la asistente virtual de {creditor}. ¿Eres {name}?",
        ],
        .askName: [
            "¡Hola! Soy la asistente virtual de {creditor} y tengo un tema de tu registro. ¿Hablo con {name}?",
            "Antes de seguir, ¿este número es de {name}?",
        ],
        .askCPF: [
            "¡Gracias! Para proteger tus datos, ¿me dices solo los 3 primeros números de tu CPF?",
            "¡Qué bueno! Por tu seguridad, ¿cuáles son los 3 primeros números de tu CPF?",
        ],
        .askCPFBefore: [
            "Ya te ayudo. Antes, para proteger tus datos, ¿me dices los 3 primeros números de tu CPF?",
            "Claro, lo vemos. Solo necesito confirmar que eres tú: los 3 primeros números de tu CPF.",
        ],
        .askCPFDispute: [
            "Entiendo, gracias por avisar. Todo queda detenido. Para revisarlo contigo, ¿me dices los 3 primeros "
                + "números de tu CPF?",
            "Anotado, y está todo detenido. Para revisarlo, dime los 3 primeros números de tu CPF.",
        ],
        .askCPFPaid: [
            "¡Gracias por avisar! Para verlo en tu registro, ¿me dices los 3 primeros números de tu CPF?",
            "¡Qué bueno! Voy a verificar. Dime los 3 primeros números de tu CPF, por favor.",
        ],
        .askCPFHardship: [
            "Siento mucho que estés pasando por esto. Quiero ayudar. ¿Me dices los 3 primeros números de tu CPF?",
            "Te entiendo, y gracias por contarme. Solo necesito los 3 primeros números de tu CPF.",
        ],
        .askCPFReceipt: [
            "Recibí tu archivo, ¡gracias! Para verlo en tu registro, ¿me dices los 3 primeros números de tu CPF?",
            "¡Llegó, gracias! Dime los 3 primeros números de tu CPF para confirmar que eres tú.",
        ],
        .askCPFContact: [
            "¡Gracias! Para cambiar tu registro con seguridad, ¿me dices los 3 primeros números de tu CPF?",
            "¡Anotado! Antes de cambiarlo, confirma los 3 primeros números de tu CPF.",
        ],
        .askCPFPromise: [
            "¡Gracias por decirme! Para anotarlo bien, ¿me dices los 3 primeros números de tu CPF?",
            "¡Qué bueno! Antes de anotarlo, confirma los 3 primeros números de tu CPF.",
        ],
        .askBirthday: [
            "No hay problema. ¿Me dices el día y el mes de tu nacimiento?", "Hay otra forma: ¿qué día y mes naciste?",
        ],
        .tryCPFAgain: [
            "Esos números no coinciden con el registro. ¿Puedes revisar los 3 primeros de tu CPF?",
            "Todavía no coincide. Revísalo con calma: los 3 primeros números de tu CPF.",
        ],
        .tryBirthdayAgain: [
            "Esa fecha no coincide con el registro. ¿Puedes revisar el día y el mes?",
            "Todavía no coincide. Mándame solo el día y el mes, así: 05/03.",
        ],
        .proofFailed: [
            "No pude confirmar tus datos. Por tu seguridad, sigue una persona del equipo. {when}",
            "Los datos no coinciden y prefiero cuidarlos. Llamo a una persona del equipo. {when}",
        ],
        .whyProof: [
            "Es solo para que nadie más vea lo tuyo. No pido claves ni códigos. Si prefieres, llamo a una persona.",
            "Entiendo el cuidado. Son solo 3 números del CPF. Si no quieres, puedo llamar a una persona.",
        ],
        .personNeeded: [
            "Para hablar con seguridad, llamo a una persona del equipo. {when}",
            "Mejor que una persona del equipo lo vea contigo. {when}",
        ],
        .crisisCare: [
            "Siento mucho que estés pasando por esto. No estás solo. El CVV escucha ahora, gratis, 24 horas: llama al "
                + "188 o entra en cvv.org.br. Si hay peligro inmediato, llama al 192 (SAMU). Ya llamé a una persona.",
            "Gracias por contarme. Tu vida importa mucho. Llama ahora al 188 (CVV), gratis. En peligro, al 192 (SAMU). "
                + "Una persona de nuestro equipo va a hablar contigo.",
        ],
        .crisisCareAgain: [
            "Estoy aquí y ya pedí ayuda. Por favor, llama al 188 (CVV) o, en peligro, al 192. ¿Hay alguien de "
                + "confianza cerca?",
            "No tienes que pasar por esto sin compañía. El 188 atiende ahora, gratis. En peligro, llama al 192.",
        ],
        .deceased: [
            "Siento mucho tu pérdida. Detuve todos los mensajes a este número. Mis condolencias de parte de {creditor}.",
            "Mis condolencias a ti y a la familia. Los mensajes paran ahora. No tienes que hacer nada.",
        ],
        .wrongPerson: [
            "¡Perdona la confusión! Ya saqué este número del registro y no recibirás más mensajes. Gracias por avisar.",
            "Disculpa el error. Este número sale del registro ahora. ¡Gracias!",
        ],
        .wrongPersonReturned: [
            "Gracias por escribir. Una persona del equipo lo va a revisar.",
            "Recibido, gracias. Lo va a ver una persona del equipo.",
        ],
        .thirdParty: [
            "¡Gracias por responder! Por privacidad, solo puedo hablar con {name}. ¿Puedes pedirle que me escriba?",
            "¡Qué amable! El tema es solo con {name}, por cuidado con los datos.",
        ],
        .optOutConfirmed: [
            "Listo, no recibirás más mensajes por aquí. Si cambias de idea, escribe VOLTAR.",
            "Hecho: no te escribo más por aquí. Para volver un día, escribe VOLTAR.",
        ],
        .optInWelcome: [
            "¡Qué bueno tenerte de vuelta! ¿En qué te ayudo?", "Listo, seguimos por aquí. ¿Cómo te ayudo?",
        ],
        .legalThreat: [
            "Entiendo, es tu derecho. Detuve los mensajes automáticos. Una persona responde en hasta 1 día hábil.",
            "Tienes todo el derecho. Una persona del equipo responde en hasta 1 día hábil.",
        ],
        .legalThreatWithChannel: [
            "Entiendo, es tu derecho. Una persona responde en hasta 1 día hábil. También puedes reclamar en: "
                + "{complaints}.",
            "Tienes todo el derecho. Responde una persona en hasta 1 día hábil. Reclamos: {complaints}.",
        ],
        .privacyOpened: [
            "Tu número viene del registro de {creditor}. Abrí tu pedido: en hasta 15 días recibes la respuesta "
                + "completa.",
            "Recibí tu pedido sobre tus datos. El número viene del registro de {creditor}. Respuesta en hasta 15 días.",
        ],
        .refusalNoted: [
            "Está bien, lo respeto. No voy a insistir. Si un día quieres hablar, escríbeme.",
            "De acuerdo, anotado. Cuando quieras, aquí estoy.",
        ],
        .scamAdvice: [
            "¡Haces muy bien en dudar! Busca tú el sitio o teléfono oficial de {creditor} y pregunta por este "
                + "contacto. Nunca pido claves ni tarjetas.",
            "¡Está bien desconfiar! Verifica en los canales oficiales de {creditor}. Nunca pido claves ni códigos.",
        ],
        .scamAdviceWithChannel: [
            "¡Haces muy bien en dudar! Busca tú los canales oficiales de {creditor}: {channels}. Nunca pido claves ni "
                + "tarjetas.",
            "¡Está bien desconfiar! Verifica por tu cuenta: {channels}, canales de {creditor}. Nunca pido claves.",
        ],
    ]

    private static let everyday: [PhraseKey: [String]] = [
        .allRight: ["¡De acuerdo! Aquí estoy.", "¡Perfecto! Cualquier cosa, escríbeme."],
        .sorry: ["Siento mucho que estés pasando por esto.", "Te entiendo, y gracias por contarme."],
        .humanQueued: [
            "¡Claro! Ya llamé a una persona del equipo. {when}", "Te paso con una persona del equipo. {when}",
        ],
        .humanWaiting: ["Tu mensaje está con el equipo. {when}", "Ya avisé al equipo, espera un poquito. {when}"],
        .askCallback: ["¡Claro! ¿Qué día y hora te quedan bien?", "No hay problema. ¿Cuándo te escribo?"],
        .callbackNoted: ["De acuerdo, te escribo {when}. ¡Hasta luego!", "Anotado: hablamos {when}."],
        .callbackOpen: ["No hay problema, hablamos después.", "¡Tranquilo! Escríbeme cuando puedas."],
        .abuseFirst: [
            "Siento si algo te molestó. Quiero ayudar con respeto. ¿Prefieres hablar con una persona u otro momento?",
            "Entiendo la molestia, disculpa. ¿Llamo a una persona o lo dejamos por ahora?",
        ],
        .abuseStop: ["Lo dejo aquí, con respeto. El equipo sigue con el tema.", "Me despido. Que tengas un buen día."],
        .honest: [
            "Soy una asistente virtual de {creditor}: un programa, no una persona. Si quieres, llamo a alguien.",
            "No soy una persona, soy la atención automática de {creditor}. Puedo llamar a alguien del equipo.",
        ],
        .notUnderstood: ["No entendí bien. ¿Me lo dices de otra forma?", "Perdona, ¿qué te gustaría resolver?"],
        .notUnderstoodName: ["Perdona, no entendí. ¿Hablo con {name}?", "Solo para confirmar: ¿eres {name}?"],
        .audio: ["Todavía no puedo escuchar audios. ¿Me escribes?", "Perdona, no escucho audios. ¿Puedes escribirlo?"],
        .voiceOn: ["¡De acuerdo! Ahora mando también audio.", "¡Claro! Lo digo también en audio."],
        .voiceOff: ["¡Está bien! Sigo solo por escrito.", "De acuerdo, solo texto."],
        .photoSeen: [
            "Recibí tu imagen, pero no sé qué es. ¿Me escribes?", "Vi la foto. ¿Qué necesitas?",
        ],
        .unsupported: ["No pude abrir lo que mandaste. ¿Me escribes?", "Eso no abrió aquí. ¿Me lo cuentas por texto?"],
        .welcome: ["¡De nada! Aquí estoy.", "¡Con gusto! Hasta luego."],
        .greetingBack: ["¡Hola! ¿Cómo te ayudo?", "¡Hola! ¿En qué puedo ayudarte hoy?"],
        .handedBack: [
            "Hola, volví para seguir contigo. ¿Te quedó alguna duda?", "Estoy de vuelta. ¿Te ayudo en algo más?",
        ],
        .notNow: ["No hay problema. Escríbeme cuando sea buen momento.", "¡Está bien! Aquí estoy cuando quieras."],
    ]
}
