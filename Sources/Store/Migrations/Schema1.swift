/// The first schema. Types are written in PostgreSQL's words; `Dialect.definition` gives SQLite its own.
///
/// Instants are milliseconds since 1970 (UTC), days are days since 1970, money is cents, JSON is text with sorted keys.
let schema1: [String] = logTables + peopleTables + contactTables + moneyTables + deliveryTables

private let logTables = [
    """
    CREATE TABLE inbox (
        seq BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL,
        body BYTES NOT NULL, body_hash TEXT NOT NULL, chain TEXT NOT NULL
    ) TABLE
    """,
    """
    CREATE TABLE inbox_head (
        id BIGINT NOT NULL PRIMARY KEY, seq BIGINT NOT NULL, at BIGINT NOT NULL, chain TEXT NOT NULL
    ) TABLE
    """,
    "INSERT INTO inbox_head (id, seq, at, chain) VALUES (1, 0, 0, '')",
    "CREATE TABLE engine_cursor (id BIGINT NOT NULL PRIMARY KEY, seq BIGINT NOT NULL) TABLE",
    "INSERT INTO engine_cursor (id, seq) VALUES (1, 0)",
    "CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) TABLE",
    "CREATE TABLE entry_failure (seq BIGINT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, reason TEXT NOT NULL) TABLE",
    """
    CREATE TABLE timer (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, key TEXT NOT NULL UNIQUE, due_at BIGINT NOT NULL,
        kind TEXT NOT NULL, subject BIGINT NOT NULL, detail TEXT
    ) TABLE
    """,
    "CREATE INDEX timer_due ON timer (due_at)",
]

private let peopleTables = [
    """
    CREATE TABLE creditor (
        id BIGINT NOT NULL PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, profile TEXT NOT NULL,
        whatsapp_number TEXT, created_at BIGINT NOT NULL
    ) TABLE
    """,
    """
    CREATE TABLE portfolio (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL,
        created_at BIGINT NOT NULL, UNIQUE (creditor, key)
    ) TABLE
    """,
    """
    CREATE TABLE strategy (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
        version BIGINT NOT NULL, body TEXT NOT NULL, active BIGINT NOT NULL, activated_at BIGINT NOT NULL,
        activated_by TEXT NOT NULL
    ) TABLE
    """,
    "CREATE INDEX strategy_active ON strategy (creditor, kind, active)",
    """
    CREATE TABLE staff (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        role TEXT NOT NULL, password TEXT NOT NULL, active BIGINT NOT NULL, created_at BIGINT NOT NULL
    ) TABLE
    """,
    """
    CREATE TABLE api_token (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE,
        active BIGINT NOT NULL, created_at BIGINT NOT NULL, UNIQUE (creditor, name)
    ) TABLE
    """,
    """
    CREATE TABLE debtor (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, document TEXT NOT NULL, name TEXT NOT NULL,
        search_name TEXT NOT NULL, state TEXT, city TEXT, birth_day BIGINT, attributes TEXT NOT NULL,
        created_at BIGINT NOT NULL, UNIQUE (document, creditor)
    ) TABLE
    """,
    "CREATE INDEX debtor_search ON debtor (creditor, search_name)",
    """
    CREATE TABLE contact_point (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT NOT NULL, kind TEXT NOT NULL,
        value TEXT NOT NULL, match_key TEXT NOT NULL, bsuid TEXT, rank BIGINT NOT NULL, status TEXT NOT NULL,
        status_until BIGINT, proven_at BIGINT, unanswered BIGINT NOT NULL
    ) TABLE
    """,
    "CREATE INDEX contact_point_debtor ON contact_point (debtor)",
    "CREATE INDEX contact_point_match ON contact_point (creditor, match_key)",
    "CREATE INDEX contact_point_bsuid ON contact_point (creditor, bsuid) WHERE bsuid IS NOT NULL",
    """
    CREATE TABLE collection_case (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, portfolio BIGINT NOT NULL, debtor BIGINT NOT NULL,
        status TEXT NOT NULL, opened_at BIGINT NOT NULL, closed_at BIGINT, oldest_due BIGINT NOT NULL,
        next_action_at BIGINT, last_step TEXT, last_step_day BIGINT, settled_steps TEXT NOT NULL, UNIQUE (portfolio, debtor)
    ) TABLE
    """,
    "CREATE INDEX collection_case_next ON collection_case (next_action_at) WHERE next_action_at IS NOT NULL",
    "CREATE INDEX collection_case_debtor ON collection_case (debtor)",
    "CREATE INDEX collection_case_due ON collection_case (creditor, status, oldest_due)",
    """
    CREATE TABLE debt (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, portfolio BIGINT NOT NULL,
        collection_case BIGINT NOT NULL, debtor BIGINT NOT NULL, contract TEXT NOT NULL, product TEXT,
        original_cents BIGINT NOT NULL, due_day BIGINT NOT NULL, status TEXT NOT NULL, in_books BIGINT NOT NULL,
        settled_at BIGINT, source_hash BIGINT NOT NULL, UNIQUE (contract, collection_case)
    ) TABLE
    """,
    "CREATE INDEX debt_case ON debt (collection_case)",
    """
    CREATE TABLE import_run (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, portfolio BIGINT NOT NULL, key TEXT NOT NULL UNIQUE,
        source TEXT NOT NULL, added BIGINT NOT NULL, updated BIGINT NOT NULL, unchanged BIGINT NOT NULL,
        rejected BIGINT NOT NULL, started_at BIGINT NOT NULL
    ) TABLE
    """,
]

private let contactTables = [
    """
    CREATE TABLE restriction (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT NOT NULL, contact_point BIGINT,
        kind TEXT NOT NULL, channel TEXT, since BIGINT NOT NULL, until BIGINT, lifted_at BIGINT, detail TEXT
    ) TABLE
    """,
    "CREATE INDEX restriction_debtor ON restriction (debtor)",
    """
    CREATE TABLE attempt (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT NOT NULL, document TEXT NOT NULL,
        contact_point BIGINT NOT NULL, channel TEXT NOT NULL, at BIGINT NOT NULL, purpose TEXT NOT NULL,
        due_day BIGINT, undone BIGINT NOT NULL, message BIGINT NOT NULL
    ) TABLE
    """,
    "CREATE INDEX attempt_document ON attempt (document, at)",
    "CREATE INDEX attempt_message ON attempt (message)",
    """
    CREATE TABLE decision (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT NOT NULL, collection_case BIGINT,
        at BIGINT NOT NULL, step TEXT NOT NULL, channel TEXT NOT NULL, purpose TEXT NOT NULL, verdict TEXT NOT NULL,
        rules TEXT NOT NULL, next_allowed_at BIGINT, message BIGINT
    ) TABLE
    """,
    "CREATE INDEX decision_case ON decision (collection_case, at)",
    "CREATE INDEX decision_debtor ON decision (debtor, at)",
    """
    CREATE TABLE conversation (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT, contact_point BIGINT,
        channel TEXT NOT NULL, address TEXT NOT NULL, bsuid TEXT, state TEXT, owner TEXT NOT NULL,
        handover_reason TEXT, handover_summary TEXT, waiting_since BIGINT, window_until BIGINT,
        last_inbound_at BIGINT, last_outbound_at BIGINT, started_at BIGINT NOT NULL, resolved_at BIGINT,
        pending TEXT NOT NULL, answer_at BIGINT, updated_seq BIGINT NOT NULL, outcome TEXT
    ) TABLE
    """,
    "CREATE INDEX conversation_debtor ON conversation (debtor)",
    "CREATE INDEX conversation_address ON conversation (creditor, address)",
    "CREATE INDEX conversation_bsuid ON conversation (creditor, bsuid)",
    "CREATE INDEX conversation_owner ON conversation (creditor, owner, waiting_since)",
    """
    CREATE TABLE message (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, conversation BIGINT NOT NULL, debtor BIGINT,
        direction TEXT NOT NULL, author TEXT NOT NULL, at BIGINT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
        content TEXT NOT NULL, purpose TEXT NOT NULL, step TEXT, provider_id TEXT, status TEXT NOT NULL,
        sent_at BIGINT, delivered_at BIGINT, read_at BIGINT, failed_at BIGINT, error TEXT, cost_micros BIGINT NOT NULL,
        note TEXT, finding TEXT
    ) TABLE
    """,
    "CREATE INDEX message_conversation ON message (conversation, id)",
    "CREATE UNIQUE INDEX message_provider ON message (creditor, provider_id)",
    "CREATE INDEX message_at ON message (creditor, at)",
    """
    CREATE TABLE history (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT, collection_case BIGINT,
        at BIGINT NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL, detail TEXT NOT NULL
    ) TABLE
    """,
    "CREATE INDEX history_debtor ON history (debtor, at)",
    "CREATE INDEX history_kind ON history (creditor, kind, at)",
    """
    CREATE TABLE task (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT, conversation BIGINT,
        kind TEXT NOT NULL, reason TEXT NOT NULL, opened_at BIGINT NOT NULL, due_at BIGINT, closed_at BIGINT,
        detail TEXT
    ) TABLE
    """,
    "CREATE INDEX task_open ON task (creditor, closed_at)",
    """
    CREATE TABLE survey (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT NOT NULL, conversation BIGINT NOT NULL,
        score BIGINT NOT NULL, at BIGINT NOT NULL
    ) TABLE
    """,
    """
    CREATE TABLE correction (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, message BIGINT NOT NULL UNIQUE, intents TEXT NOT NULL,
        corrected_by TEXT NOT NULL, at BIGINT NOT NULL
    ) TABLE
    """,
    "CREATE TABLE seen (key TEXT NOT NULL PRIMARY KEY, seq BIGINT NOT NULL) TABLE",
    """
    CREATE TABLE platform_event (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT, at BIGINT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL
    ) TABLE
    """,
    """
    CREATE TABLE stop_switch (
        name TEXT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, since BIGINT NOT NULL, until BIGINT, reason TEXT NOT NULL
    ) TABLE
    """,
]

private let moneyTables = [
    """
    CREATE TABLE promise (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT NOT NULL, conversation BIGINT,
        made_at BIGINT NOT NULL, due_day BIGINT NOT NULL, amount_cents BIGINT, status TEXT NOT NULL
    ) TABLE
    """,
    "CREATE INDEX promise_debtor ON promise (debtor)",
    """
    CREATE TABLE offer (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT NOT NULL, conversation BIGINT NOT NULL,
        made_at BIGINT NOT NULL, terms TEXT NOT NULL, policy BIGINT NOT NULL, authority TEXT NOT NULL,
        fingerprint TEXT NOT NULL
    ) TABLE
    """,
    "CREATE INDEX offer_debtor ON offer (debtor)",
    """
    CREATE TABLE agreement (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT NOT NULL, conversation BIGINT,
        accepted_at BIGINT NOT NULL, terms TEXT NOT NULL, policy BIGINT NOT NULL, owed_cents BIGINT NOT NULL,
        total_cents BIGINT NOT NULL, status TEXT NOT NULL, evidence TEXT NOT NULL, ended_at BIGINT,
        rules TEXT NOT NULL, history TEXT NOT NULL
    ) TABLE
    """,
    "CREATE INDEX agreement_debtor ON agreement (debtor)",
    """
    CREATE TABLE agreement_debt (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, agreement BIGINT NOT NULL, debt BIGINT NOT NULL,
        owed_cents BIGINT NOT NULL
    ) TABLE
    """,
    "CREATE INDEX agreement_debt_agreement ON agreement_debt (agreement)",
    """
    CREATE TABLE installment (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, agreement BIGINT NOT NULL, number BIGINT NOT NULL,
        due_day BIGINT NOT NULL, amount_cents BIGINT NOT NULL, paid_cents BIGINT NOT NULL, status TEXT NOT NULL,
        paid_at BIGINT
    ) TABLE
    """,
    "CREATE INDEX installment_agreement ON installment (agreement, number)",
    """
    CREATE TABLE charge (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT NOT NULL, agreement BIGINT,
        installment BIGINT, txid TEXT NOT NULL UNIQUE, amount_cents BIGINT NOT NULL, payload TEXT NOT NULL,
        status TEXT NOT NULL, created_at BIGINT NOT NULL, paid_at BIGINT, kind TEXT NOT NULL, expires_at BIGINT
    ) TABLE
    """,
    "CREATE INDEX charge_debtor ON charge (debtor)",
    """
    CREATE TABLE payment (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT, debtor BIGINT, charge BIGINT, reference TEXT NOT NULL UNIQUE,
        amount_cents BIGINT NOT NULL, paid_at BIGINT NOT NULL, booked_at BIGINT NOT NULL, outcome TEXT NOT NULL,
        review TEXT
    ) TABLE
    """,
    "CREATE INDEX payment_creditor ON payment (creditor, paid_at)",
    "CREATE INDEX payment_debtor ON payment (debtor)",
    """
    CREATE TABLE means (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT NOT NULL, income_cents BIGINT NOT NULL,
        commitments_cents BIGINT NOT NULL, told_at BIGINT NOT NULL, actor TEXT NOT NULL
    ) TABLE
    """,
    "CREATE INDEX means_debtor ON means (debtor)",
    // An event in the books of one debtor, or, without a debtor, on a payment that nobody could assign yet.
    """
    CREATE TABLE ledger_entry (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT, payment BIGINT, kind TEXT NOT NULL,
        event TEXT NOT NULL, day BIGINT NOT NULL, at BIGINT NOT NULL
    ) TABLE
    """,
    "CREATE INDEX ledger_entry_debtor ON ledger_entry (debtor)",
    "CREATE INDEX ledger_entry_payment ON ledger_entry (payment)",
    "CREATE INDEX ledger_entry_day ON ledger_entry (creditor, day)",
    """
    CREATE TABLE posting (
        id BIGINT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, debtor BIGINT, entry BIGINT NOT NULL, debt BIGINT,
        agreement BIGINT, payment BIGINT, account TEXT NOT NULL, amount_cents BIGINT NOT NULL, day BIGINT NOT NULL,
        at BIGINT NOT NULL
    ) TABLE
    """,
    "CREATE INDEX posting_debtor ON posting (debtor, entry)",
    "CREATE INDEX posting_debt ON posting (debt)",
    "CREATE INDEX posting_agreement ON posting (agreement)",
    "CREATE INDEX posting_creditor ON posting (creditor, id)",
    "CREATE INDEX posting_day ON posting (creditor, day)",
    "CREATE INDEX posting_payment ON posting (payment)",
    "CREATE TABLE media (sha256 TEXT NOT NULL PRIMARY KEY, creditor BIGINT NOT NULL, mime TEXT NOT NULL, bytes BYTES NOT NULL) TABLE",
]

private let deliveryTables = [
    // What the engine wants done: part of the state.
    """
    CREATE TABLE effect (
        id BIGINT NOT NULL PRIMARY KEY, key TEXT NOT NULL UNIQUE, creditor BIGINT NOT NULL, kind TEXT NOT NULL,
        lane TEXT NOT NULL, message BIGINT, body TEXT NOT NULL, not_before BIGINT NOT NULL, valid_until BIGINT NOT NULL,
        state TEXT NOT NULL
    ) TABLE
    """,
    "CREATE INDEX effect_message ON effect (message)",
    // How far delivery has come with it: rebuilt by nobody, needed by nobody but delivery.
    """
    CREATE TABLE effect_work (
        effect BIGINT NOT NULL PRIMARY KEY, lane TEXT NOT NULL, not_before BIGINT NOT NULL, attempts BIGINT NOT NULL,
        phase TEXT NOT NULL, lease_until BIGINT NOT NULL, owner TEXT NOT NULL
    ) TABLE
    """,
    "CREATE INDEX effect_work_next ON effect_work (phase, not_before, effect)",
    "CREATE INDEX effect_work_lane ON effect_work (lane, effect)",
    "CREATE TABLE upload (sha256 TEXT NOT NULL, number TEXT NOT NULL, media_id TEXT NOT NULL, until BIGINT NOT NULL, PRIMARY KEY (sha256, number)) TABLE",
]
