extension SpanishTexts {
    static let debt: [PhraseKey: [String]] = [
        .statement: [
            "¡Gracias, {name}! Es sobre {product}.\n{lines}\n\n{identity}\n{rights}",
            "{name}, esto consta hoy: {product}.\n{lines}\n\n{identity}\n{rights}",
        ],
        .statements: [
            "¡Gracias, {name}! Esto está pendiente, del valor original al de hoy:\n{lines}\n*Total: {total}*\n\n{identity}\n{rights}",
            "{name}, consta hoy, original y actualizado:\n{lines}\n*Total: {total}*\n\n{identity}\n{rights}",
        ],
        .nothingOwed: ["Buena noticia, {name}: no hay nada pendiente.", "{name}, está todo en orden, nada pendiente."],
        .timeBarred: [
            "Esta cuenta es antigua y está prescrita: no tienes obligación de pagar. Puedo llamar a una persona.",
            "El plazo legal ya pasó, está prescrita. No hay cobro.",
        ],
        .offers: [
            "Tengo estas opciones:\n{options}\n¿Cuál te queda mejor? Basta el número.",
            "Esto es lo que puedo hacer:\n{options}\n¿Cuál prefieres? Basta el número.",
        ],
        .offersAgain: [
            "Estas son las opciones:\n{options}\n¿Alguna te sirve?",
            "Aquí están de nuevo:\n{options}\nSi no, ¿cuánto puedes por mes?",
        ],
        .singleOffer: [
            "Puedo cerrar así: {offer}. {saving} ¿Te sirve?", "Tengo esta opción: {offer}. {saving} ¿Está bien?",
        ],
        .singleOfferPlain: ["Podemos resolverlo así: {offer}. ¿Te sirve?", "Tengo esta opción: {offer}. ¿Está bien?"],
        .readBackCash: ["Entonces queda así: {offer}. {saving} ¿Cierro?", "Confirmo: {offer}. {saving} ¿De acuerdo?"],
        .readBackPlan: [
            "Entonces queda así: {offer}. Total: {total}. {interest} {saving} ¿Cierro?",
            "Confirmo: {offer}. En total, {total}. {interest} {saving} ¿De acuerdo?",
        ],
        .nearestTotal: [
            "Ese valor no puedo, pero llego cerca: {offer}. {sum} {interest} ¿Cierro así?",
            "Lo más cerca que puedo: {offer}. {sum} {interest} ¿Te sirve?",
        ],
        .nearestInstallment: [
            "Cuota de ese valor no puedo. Lo más cerca: {offer}. {sum} {interest} ¿Te sirve?",
            "La cuota menor queda así: {offer}. {sum} {interest} ¿De acuerdo?",
        ],
        .nearestCount: [
            "Ese número de cuotas no puedo. Lo más cerca: {offer}. {sum} {interest} ¿Cierro?",
            "En tantas cuotas no puedo, pero sí así: {offer}. {sum} {interest} ¿De acuerdo?",
        ],
        .nearestDown: [
            "La entrada debe ser un poco mayor: {offer}. {sum} {interest} ¿Cierro?",
            "Con esa entrada no puedo. Lo más cerca: {offer}. {sum} {interest} ¿Te sirve?",
        ],
        .nearestDate: [
            "Esa fecha queda lejos. Puedo así: {offer}. {sum} {interest} ¿Cierro?",
            "El plazo máximo es antes: {offer}. {sum} {interest} ¿Te sirve?",
        ],
        .nearestNoPlan: [
            "En cuotas no puedo en este caso. Sí así: {offer}. {saving} ¿Te sirve?",
            "Aquí solo tengo un pago único: {offer}. {saving} ¿Está bien?",
        ],
        .whichOffer: ["¡Qué bueno! ¿Cuál de las opciones?", "¡Perfecto! Dime solo cuál."],
        .staleOffer: [
            "Esa opción ya no vale. Estas son las de hoy:\n{options}\n¿Cuál prefieres?",
            "Esa propuesta venció. Hoy puedo así:\n{options}\n¿Alguna te sirve?",
        ],
        .bestAlready: [
            "Es lo mejor que puedo por aquí. Puedo llamar a una persona.", "Ya es el menor valor que puedo.",
        ],
        .askAmount: ["¿Cuánto puedes por mes? Dime un valor.", "Dime un valor o cuántas cuotas, y veo qué puedo."],
        .declined: [
            "¡Está bien! ¿Qué te quedaría mejor: un valor por mes u otra fecha?", "Sin problema. ¿Cuánto o cuándo?",
        ],
        .promiseNoted: ["De acuerdo: pagas hasta {due}. Ese día te mando el Pix.", "Anotado: pago hasta {due}."],
        .promiseNotedAmount: [
            "De acuerdo: {amount} hasta {due}.", "Anotado: {amount} hasta {due}. Si cambia, avísame.",
        ],
        .promiseNotBusinessDay: [
            "Anoté: {what}hasta {due}. No es día hábil: el Pix funciona, o puede ser {next}. ¿Cuál prefieres?",
            "De acuerdo: {what}hasta {due}. No es día hábil. ¿Lo dejo así o para {next}?",
        ],
        .promiseTooFar: [
            "Esa fecha queda lejos. Puedo esperar hasta {due}. ¿Sirve?", "El máximo es {due}. ¿Está bien?",
        ],
        .askDate: ["¿Qué día te queda bien?", "Dime un día y lo anoto."],
        .askPayday: ["¡Claro! ¿Qué día cobras?", "¿Sabes qué día te llega el dinero?"],
        .askWhichDate: ["Solo para anotar bien: ¿{days}?", "¿Cuál quieres decir: {days}?"],
        .dateInvalid: ["Esa fecha no existe. ¿Me mandas el día y el mes?", "No encontré ese día. Mándalo así: 05/12."],
        .vagueLetGo: ["Sin problema. Cuando sepas el día, avísame.", "Está bien, sin prisa."],
        .hardshipAsk: [
            "Siento que estés pasando por esto. Busquemos algo liviano. ¿Qué ayudaría más?",
            "Te entiendo. Se puede aliviar. ¿Qué sería mejor?",
        ],
        .hardshipPaused: [
            "De acuerdo: nada de mensajes hasta {due}. Cuídate.", "Todo en pausa hasta {due}. Cuídate mucho.",
        ],
        .disputeAsk: [
            "Gracias por avisar. Detuve el cobro para revisar. ¿Qué está mal?", "Está todo detenido. ¿Qué pasó?",
        ],
        .disputeOpened: [
            "Anotado. El cobro queda detenido y el equipo responde en hasta 7 días, con los documentos.",
            "Registrado. En hasta 7 días recibes la respuesta.",
        ],
        .promiseRunning: [
            "Está anotado para {due}. ¿Cambiamos algo?", "Sigue acordado para {due}. ¿Te ayudo en algo más?",
        ],
        .nudge: ["Quedo aquí. Cuando puedas, dime qué opción prefieres.", "Sin prisa: responde cuando quieras."],
    ]

    static let money: [PhraseKey: [String]] = [
        .agreedLater: [
            "¡Listo, {name}! Te mando el primer Pix {due}.", "¡De acuerdo, {name}! El primer Pix llega {due}.",
        ],
        .chargeInstructions: [
            "Para pagar {amount} hasta {due}: copia el código del próximo mensaje y pégalo en “Pix copia e cola” en tu "
                + "banco. Verifica quién recibe: {beneficiary}.",
            "Tu Pix de {amount}, hasta {due}. Copia el código, pégalo en tu banco y verifica quién recibe: "
                + "{beneficiary}.",
        ],
        .chargePending: ["Estoy generando tu Pix.", "Un momento, tu Pix está en camino."],
        .chargeFailed: [
            "No pude generar el Pix. Una persona te lo manda. {when}", "Hubo un problema con el Pix. {when}",
        ],
        .paymentSettled: [
            "Recibimos tu pago de {amount} el {day}. ¡Todo pagado, {name}! Gracias. Tu carta de finiquito llega en hasta "
                + "10 días hábiles.",
            "Pago de {amount} confirmado el {day}. ¡Ya no falta nada, {name}! Gracias.",
        ],
        .paymentInstallment: [
            "Recibí {amount}, cuota {number} de {count}. ¡Gracias, {name}! La próxima es de {next}, {due}.",
            "Cuota {number} de {count} confirmada: {amount}. ¡Gracias! Luego viene {next}, {due}.",
        ],
        .paymentInstallmentLast: [
            "Recibí {amount}, cuota {number} de {count}. ¡Gracias, {name}!",
            "Cuota {number} de {count} confirmada: {amount}.",
        ],
        .paymentDown: [
            "Recibí tu entrada de {amount}. ¡Gracias, {name}! La próxima es de {next}, {due}.",
            "Entrada de {amount} confirmada. Luego viene {next}, {due}.",
        ],
        .paymentDownOnly: [
            "Recibí tu entrada de {amount}. ¡Gracias, {name}!", "Entrada de {amount} confirmada, {name}.",
        ],
        .paymentPartial: [
            "Recibí {amount}, ¡gracias! Quedan {open}. ¿Vemos el resto?", "Llegaron {amount}. Restan {open}.",
        ],
        .surveyAsk: ["¿Cómo fue la atención, de 1 a 5?", "¿Qué nota das a esta charla, de 1 a 5?"],
        .surveyThanks: ["¡Gracias por la nota! Hasta luego.", "¡Gracias por responder!"],
        .surveyLow: [
            "Gracias por decirlo. Lo siento, vamos a mejorar.", "Agradezco la sinceridad. Lo paso al equipo.",
        ],
        .receiptAsk: [
            "¡Gracias por avisar! ¿Me mandas el comprobante?", "¡Qué bueno! Manda una foto del comprobante.",
        ],
        .receiptReceived: [
            "¡Recibido! Lo verificamos en hasta 2 días hábiles.", "¡Gracias! En 2 días hábiles confirmo.",
        ],
        .receiptFits: [
            "¡Recibí el comprobante, gracias! El banco confirma en hasta 2 días hábiles y te aviso.",
            "¡Gracias, se lee bien! Cuando el banco confirme te aviso, en hasta 2 días hábiles.",
        ],
        .receiptDiffers: [
            "¡Gracias! El comprobante es distinto de lo que tengo. El equipo lo verifica en hasta 2 días hábiles.",
            "¡Recibido! No encontré un valor igual. El equipo lo mira y responde en hasta 2 días hábiles.",
        ],
        .receiptOtherPayee: [
            "Gracias. El comprobante muestra otro nombre, así que el equipo lo verifica en hasta 2 días hábiles.",
            "Recibido. Quien recibió tiene otro nombre: una persona lo mira en hasta 2 días hábiles.",
        ],
        .receiptScheduled: [
            "¡Gracias! Aquí aparece un pago programado. Te aviso cuando el banco lo confirme.",
            "¡Recibido! Todavía está programado. Te aviso cuando llegue.",
        ],
        .receiptNotDone: [
            "Gracias. El comprobante muestra que el pago no se completó. ¿Te mando el Pix otra vez?",
            "Lo vi: el banco no lo completó. ¿Mando el Pix de nuevo?",
        ],
        .receiptUnpaidOrder: [
            "¡Recibido! Es el código para pagar. Si ya pagaste, ¿me mandas el comprobante del banco?",
            "¡Gracias! Esa imagen es del cobro. ¿Me mandas el comprobante después de pagar?",
        ],
        .receiptUnclear: [
            "Recibí la imagen, pero no pude leerla. ¿Mandas otra más nítida? El PDF del banco también sirve.",
            "¡Gracias! Se lee mal. ¿Puedes tomar otra con buena luz?",
        ],
        .receiptByHand: [
            "¡Gracias por intentar otra vez! Una persona va a mirar la imagen. {when}",
            "Ahora una persona revisa la imagen con calma. {when}",
        ],
        .paidNoted: ["Está bien. Lo verificamos en hasta 2 días hábiles.", "¡Anotado! Te avisamos en 2 días hábiles."],
        .bureauListed: [
            "Consta un registro por esta cuenta. Tras el pago, sale en hasta 5 días hábiles.",
            "Hay un registro por esta cuenta; con el pago sale en 5 días hábiles.",
        ],
        .bureauNotListed: ["No hay registro a tu nombre por esta cuenta.", "Por esta cuenta no existe registro."],
        .bureauUnknown: [
            "El equipo lo verifica. Si existe, sale en 5 días hábiles tras el pago.", "Eso lo confirma el equipo.",
        ],
        .documentsNoted: [
            "¡Claro! Los documentos llegan en hasta 5 días hábiles.", "Anotado. Llegan en hasta 5 días hábiles.",
        ],
        .statusReceived: ["¡Sí! Recibimos {amount} el {day}. ¡Gracias!", "Sí llegó: {amount}, el {day}."],
        .statusNone: [
            "Todavía no aparece el pago. ¿Me mandas el comprobante?", "Por ahora no consta. ¿Tienes comprobante?",
        ],
        .statusWaiting: ["Todavía no llegó: {amount}, hasta {due}.", "Falta {amount}, hasta {due}. Te aviso."],
        .otherMethod: [
            "Por aquí tengo Pix. Para otra forma llamo a una persona.", "Genero Pix ya; otra forma, una persona.",
        ],
        .contactUpdated: ["¡Gracias! Pedí actualizar tu registro.", "¡Anotado! Tu contacto nuevo va al registro."],
        .agreementRunning: [
            "Tu acuerdo sigue: falta {amount}, hasta {due}. ¿Te mando el Pix?", "Lo próximo: {amount}, {due}.",
        ],
        .agreementRunningDone: ["Tu acuerdo está pagado. ¡Gracias!", "Todo pagado en tu acuerdo."],
        .confirmCancellation: ["¿Quieres cancelar el acuerdo?", "Antes de cancelar: ¿lo mantengo o lo deshago?"],
        .agreementKept: ["Perfecto, el acuerdo sigue.", "Queda todo como acordamos."],
        .agreementCancelled: ["Cancelé el acuerdo. Si quieres, vemos otra forma.", "Acuerdo deshecho, sin problema."],
    ]
}
