extension SpanishTexts {
    static let inBetween: [PhraseKey: [String]] = [
        .whoWrites: [
            "Soy la asistente virtual de {creditor}. Tengo un tema del registro de {name}. ¿Eres tú?",
            "Te escribe la asistente virtual de {creditor}, y busco a {name}. ¿Eres tú?",
        ],
        .privateMatter: [
            "Es un tema solo de {name}, para cuidar sus datos. ¿Hablo con {name}?",
            "Eso solo lo cuento a {name}, por sus datos. ¿Eres tú?",
        ],
        .thirdPartyAgain: [
            "¡Gracias por la ayuda! Solo puedo hablar con {name}. ¿Le pasas el recado?",
            "Entiendo, y gracias. Los datos son de {name}, así que espero por aquí.",
        ],
        .thinkItOver: [
            "Claro, piénsalo con calma. Cuando decidas, escríbeme aquí.",
            "Sin prisa. Háblalo con quien quieras y escríbeme cuando puedas.",
        ],
        .ownAnswerAgain: ["Sobre eso: {answer}", "Como te conté: {answer}"],
        .questionNoted: [
            "¡Buena pregunta! No quiero responderte mal, así que la pasé al equipo. {when}",
            "No lo sé con certeza. Ya pedí la respuesta al equipo. {when}",
        ],
        .balance: [
            "Hoy son {total}: {sum}. ¿Quieres ver cómo pagar?",
            "El total de hoy es {total}. Son {sum}. ¿Te muestro las opciones?",
        ],
        .chargesExplained: [
            "{charges} ¿Quieres ver opciones para pagar menos?", "Te explico: {charges} ¿Te muestro las opciones?",
        ],
        .bestOffer: [
            "Lo mejor que puedo es esto: {offer}. {saving} ¿Cierro?",
            "Puedo llegar hasta aquí: {offer}. {saving} ¿De acuerdo?",
        ],
        .planOffers: [
            "En cuotas queda así:\n{options}\n¿Cuál prefieres?",
            "Se puede dividir así:\n{options}\n¿Cuál te sirve?",
        ],
        .nearestSame: [
            "Me gustaría, pero el mínimo es este: {offer}. Si es mejor, lo divido: {other}. ¿Qué prefieres?",
            "Ya estoy en mi límite: {offer}. Otra forma es dividir: {other}. ¿Cuál te sirve?",
        ],
        .nearestSameCash: [
            "Me gustaría, pero el mínimo es este: {offer}. ¿Te sirve, o llamo a una persona?",
            "Ya estoy en mi límite: {offer}. ¿De acuerdo, o prefieres hablar con una persona?",
        ],
        .agreedCharge: [
            "¡Listo, {name}! Son {amount} hasta {due}. Copia el código del próximo mensaje y pégalo en “Pix copia e cola” en "
                + "tu banco. Quién recibe: {beneficiary}.",
            "¡De acuerdo, {name}! Para pagar {amount} hasta {due}: copia el código de abajo y pégalo en “Pix copia e cola”. "
                + "Verifica quién recibe: {beneficiary}.",
        ],
        .agreedChargeFailed: [
            "¡Listo, {name}! Solo el Pix no salió ahora, disculpa. Una persona del equipo te lo manda. {when}",
            "¡De acuerdo, {name}! No pude generar el Pix, y el equipo te lo manda. {when}",
        ],
        .disputeWithdrawn: [
            "¡Gracias por revisar! Aviso al equipo. ¿Quieres ver cómo pagar?",
            "¡Qué bueno que quedó claro! Aviso al equipo. ¿Te muestro las opciones?",
        ],
        .reviewRunning: [
            "Está todo anotado. El equipo revisa y te responde por aquí.",
            "Tranquilo: el equipo lo está revisando y te avisa.",
        ],
    ]
}
