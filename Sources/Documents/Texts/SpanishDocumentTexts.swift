enum SpanishDocumentTexts {
    static let all: [DocumentText: String] = [
        .page: "Página {page} de {pages}",
        .issued: "Emitido el {instant}",
        .reference: "N.º {reference}",
        .creditor: "Acreedor",
        .client: "Cliente",
        .personDocument: "CPF",
        .companyDocument: "CNPJ",
        .contract: "Contrato",
        .product: "Producto",
        .dueDate: "Vencimiento",
        .principal: "Capital",
        .correction: "Corrección",
        .fine: "Multa",
        .interest: "Intereses",
        .charges: "Cargos",
        .discount: "Descuento",
        .amount: "Importe",
        .total: "Total",
        .totalInReais: "Total en R$",
        .dayLate: "{count} día de atraso",
        .daysLate: "{count} días de atraso",
        .notLate: "al día",
        .businessDay: "{count} día hábil",
        .businessDays: "{count} días hábiles",
        .installment: "Cuota",
        .installmentOf: "Cuota {number} de {count}",
        .downPayment: "Anticipo",
        .onePayment: "Pago único",

        .howToPay: "Cómo pagar",
        .amountToPay: "Importe a pagar",
        .pixValid: "Este código vale hasta el {day}.",
        .pixSteps: "Abre la aplicación de tu banco, elige Pix y lee el código de al lado. O copia el código de abajo y "
            + "pégalo en “Pix copia e cola”.",
        .pixCheck: "Antes de confirmar, mira si quien recibe es {name}, {document}.",
        .pixCopy: "Código Pix para copiar y pegar",
        .pixAlternative: "Código QR de Pix por {amount} para {name}; el mismo código está escrito debajo",

        .rights: "Tus derechos",
        .contestTitle: "¿No lo reconoces o no estás de acuerdo?",
        .contest: "Responde en el chat “no estoy de acuerdo” y di qué está mal. El cobro de lo que impugnes se detiene "
            + "hasta la respuesta.",
        .personTitle: "¿Quieres hablar con una persona?",
        .person: "Responde “persona”. Alguien del equipo sigue la conversación contigo, sin que repitas todo.",
        .stopTitle: "¿No quieres más mensajes?",
        .stop: "Responde “parar”. Vale desde ahora. Lo pendiente sigue pendiente.",
        .privacyTitle: "Tus datos (LGPD)",
        .privacy: "Usamos tus datos solo para este cobro. Puedes pedir verlos y corregirlos, y que una persona revise "
            + "una decisión automática. La respuesta completa llega en 15\u{A0}días como máximo.",

        .statementTitle: "Estado de cuenta",
        .statementDay: "Importes al {day}",
        .totalOwed: "Total pendiente",
        .debts: "Lo que está pendiente",
        .chargesExplained: "Multa de {fine}, una sola vez. Intereses de {interest} al mes, contados por día de atraso.",
        .statementChanges:
            "Importes en reales. Después de esta fecha los intereses siguen: pide un estado nuevo antes de "
            + "pagar.",

        .agreementTitle: "Acuerdo de pago",
        .proposalTitle: "Propuesta de acuerdo",
        .agreementDay: "Importes al {day}",
        .coveredDebts: "Lo que incluye este acuerdo",
        .payments: "Pagos",
        .totalOwedThen: "Importe pendiente",
        .totalAgreed: "Total del acuerdo",
        .planInterest: "Intereses de las cuotas",
        .planCash: "Pago único de {amount} hasta el {day}.",
        .planDown: "Anticipo de {amount} hasta el {day}.",
        .planOne: "Una cuota de {amount}, con vencimiento el {first}.",
        .planEven: "{count} cuotas de {amount}, del {first} al {last}.",
        .planUneven: "{count} cuotas de hasta {amount}, del {first} al {last}.",
        .planRate: "Intereses de {rate} al mes.",
        .planCost: "Costo efectivo total: {cost} al año.",
        .planWithoutInterest: "Sin intereses sobre los pagos.",
        .terms: "Condiciones",
        .clauseCovers: "Este acuerdo vale para los contratos de la lista. Mientras se cumple, no se cobra nada más por "
            + "ellos.",
        .clausePaying:
            "Cada pago vence el día de la tabla. Si ese día no hay servicio bancario, el día hábil siguiente "
            + "todavía es a tiempo.",
        .clauseLate: "Si un pago se atrasa hay una multa de {fine}, una sola vez, e intereses de {interest} al mes, "
            + "contados por día, solo sobre ese pago.",
        .clauseBreach:
            "Si un pago se atrasa más de {grace}, el acuerdo puede terminar, con aviso para ti. Lo ya pagado "
            + "se descuenta de lo pendiente.",
        .clauseDiscountKept: "Si el acuerdo termina, el descuento ya dado sigue valiendo.",
        .clauseDiscountLost: "Si el acuerdo termina, el descuento no vale para lo que falta pagar.",
        .clauseEarly: "Puedes pagar antes, todo o una parte. Si hay intereses, bajan en la misma proporción (Código de "
            + "Defensa del Consumidor de Brasil, art.\u{A0}52, §\u{A0}2).",
        .clauseSettled:
            "Después del último pago recibes la carta de cancelación en 10\u{A0}días hábiles como máximo. Si hay "
            + "un registro en una central de crédito, el acreedor pide que lo retiren en 5\u{A0}días hábiles como máximo.",
        .clauseRights:
            "Este acuerdo no te quita el derecho de impugnar importes, de renegociar ni de acudir al Procon o "
            + "a la Justicia.",
        .clausePrivacy: "Tus datos se usan para cumplir este acuerdo, como dispone la LGPD (Ley\u{A0}13.709/2018).",
        .acceptance: "Cómo se aceptó",
        .acceptedAt: "Aceptado el",
        .channel: "Canal",
        .acceptedWords: "Respuesta del cliente",
        .quoted: "“{text}”",
        .identityProof: "Confirmación de identidad",
        .identityProvenInChat: "Nombre y datos del registro confirmados en la conversación",
        .messageId: "Mensaje",
        .termsHash: "Código de control de los términos",

        .settlementTitle: "Carta de cancelación de deuda",
        .settlementDeclares:
            "{creditor}, {creditorDocument}, declara que {client}, {clientDocument}, pagó por completo "
            + "los contratos de abajo y no debe nada más por ellos.",
        .settledContracts: "Contratos pagados",
        .settledOn: "Pagado el",
        .amountPaid: "Importe pagado",
        .settlementAgreement: "Con ello termina el acuerdo n.º\u{A0}{agreement}, cumplido por completo.",
        .settlementMeans: "El acreedor da por pagados esos contratos de forma plena, general e irrevocable: ningún "
            + "importe de ellos puede cobrarse otra vez.",
        .settlementBureau: "Si hay un registro de esos contratos en una central de crédito, el acreedor pide que lo "
            + "retiren en 5\u{A0}días hábiles como máximo desde el pago.",

        .receiptTitle: "Recibo de pago",
        .amountReceived: "Importe recibido",
        .receivedAt: "Recibido el",
        .paidBy: "Pagado por",
        .paidWith: "Forma de pago",
        .byPix: "Pix, identificación {id}",
        .byBoleto: "Boleto, número del banco {number}",
        .byCash: "Efectivo",
        .paymentUsed: "A qué se aplicó el pago",
        .paymentOrder: "El pago cubre primero los cargos y después el capital (Código Civil de Brasil, art.\u{A0}354).",
        .stillOwed: "Todavía pendiente: {amount}",
        .nothingOwed: "No queda nada pendiente.",
        .receiptDeclares: "{creditor}, {document}, declara que recibió {amount} y da por pagado ese importe.",

        .boletoTitle: "Boleto",

        .cardGreeting: "¡Hola, {name}!",
        .cardDue: "para pagar hasta el {day}",
        .cardPix:
            "Abre la aplicación de tu banco, elige Pix y lee este código.\n\nO copia el código que está en el mensaje.",
        .cardCaption: "{creditor}: {amount} para pagar hasta el {day}.",
        .summaryTitle: "{name}, tu acuerdo",
        .summarySaved: "Eran {owed}. Ahorras {saved}.",
        .summaryOther: "{count} cuota más",
        .summaryOthers: "{count} cuotas más",
        .summaryNote: "El acuerdo completo está en el PDF.",
        .summaryCaption: "Tu acuerdo con {creditor}.",
    ]
}
