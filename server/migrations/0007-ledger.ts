import { bool, code, date, fen, id, instant, int, json, longText, nullable, text } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** The one before it, in the book and in its month, must be there. */
const ENTRY_LEAVES_GAP = `
  (NEW.position <> 0 AND NOT EXISTS (
    SELECT 1 FROM ledger_entries e WHERE e.book_id = NEW.book_id AND e.position = NEW.position - 1))
  OR (NEW.voucher <> 1 AND NOT EXISTS (
    SELECT 1 FROM ledger_entries e
    WHERE e.book_id = NEW.book_id AND e.month = NEW.month AND e.voucher = NEW.voucher - 1))`

/** Debits, credits and the entry's own total are one sum; as many lines as it says. */
const ENTRY_DOES_NOT_ADD_UP = `
  NEW.line_count <> (
    SELECT COUNT(*) FROM ledger_lines l WHERE l.book_id = NEW.book_id AND l.position = NEW.position)
  OR NEW.total_fen <> (
    SELECT COALESCE(SUM(CASE WHEN l.side = 'debit' THEN l.amount_fen ELSE 0 END), 0)
    FROM ledger_lines l WHERE l.book_id = NEW.book_id AND l.position = NEW.position)
  OR NEW.total_fen <> (
    SELECT COALESCE(SUM(CASE WHEN l.side = 'credit' THEN l.amount_fen ELSE 0 END), 0)
    FROM ledger_lines l WHERE l.book_id = NEW.book_id AND l.position = NEW.position)`

const MONTH_IS_SHUT = `
  EXISTS (
    SELECT 1 FROM ledger_months m
    WHERE m.book_id = NEW.book_id AND m.month = NEW.month AND m.status IN ('closed', 'published'))`

/** The books: entries that stay, what they add up to, and the log that proves it. */
export const migration: Migration = {
  async up(schema) {
    await schema.createTable('ledger_books', {
      columns: {
        id: id(), village_id: id(), sub_district_id: id(), legal_body: code(24), name: text(60),
        chart_version: int(), first_month: code(7), opened_at: instant(), opened_by: id(), entry_count: int(),
        has_opening: bool(), open_from: code(7), stopped_at: nullable(instant()),
      },
      primaryKey: ['id'],
      indices: [['sub_district_id']],
      uniques: [['village_id', 'legal_body']],
    })
    await schema.createTable('ledger_sub_accounts', {
      columns: {
        book_id: id(), code: code(12), name: text(60), is_active: bool(),
      },
      primaryKey: ['book_id', 'code'],
    })
    await schema.createTable('ledger_months', {
      columns: {
        book_id: id(), month: code(7), status: code(12), voucher_count: int(), assertions: json(),
        closed_at: nullable(instant()), closed_by: nullable(id()), closed_size: nullable(int()),
        published_at: nullable(instant()), published_by: nullable(id()), notice_last_on: nullable(date()),
        notice_ends_at: nullable(instant()),
      },
      primaryKey: ['book_id', 'month'],
      checks: {
        ck_ledger_months_closed: "(status IN ('closed', 'published')) = (closed_size IS NOT NULL)",
        ck_ledger_months_published: "(status = 'published') = (published_at IS NOT NULL)",
      },
    })
    await schema.createTable('ledger_money', {
      columns: {
        book_id: id(), account: code(12), closed_fen: fen(), balance_fen: fen(), reserved_fen: fen(),
      },
      primaryKey: ['book_id', 'account'],
      checks: {
        ck_ledger_money_covered: 'reserved_fen >= 0 AND balance_fen >= reserved_fen AND closed_fen >= 0',
      },
    })
    await schema.createTable('ledger_money_days', {
      columns: {
        book_id: id(), account: code(12), day_on: date(), net_fen: fen(),
      },
      primaryKey: ['book_id', 'account', 'day_on'],
    })
    await schema.createTable('ledger_reserves', {
      columns: {
        expense_id: id(), book_id: id(), account: code(12), amount_fen: fen(), at: instant(),
      },
      primaryKey: ['expense_id'],
      indices: [['book_id']],
      checks: {
        ck_ledger_reserves_amount: 'amount_fen > 0',
      },
    })
    await schema.createTable('ledger_policies', {
      columns: {
        sub_district_id: id(), version: int(), first_on: date(), terms: json(),
      },
      primaryKey: ['sub_district_id', 'version'],
    })
    await schema.createTable('ledger_entries', {
      columns: {
        id: id(), book_id: id(), position: int(), month: code(7), voucher: int(), entry_on: date(),
        purpose: text(200), counterparty: nullable(text(60)), source_type: code(12), source_ref: nullable(id()),
        source_of: nullable(code(12)), source_month: nullable(code(7)), source_voucher: nullable(int()),
        source_approval: nullable(code(64)),
        reverses_id: nullable(id()), total_fen: fen(), line_count: int(), vouchers: json(), posted_at: instant(),
        posted_by: id(),
      },
      primaryKey: ['book_id', 'position'],
      indices: [['source_ref', 'source_type'], ['book_id', 'source_month', 'month']],
      uniques: [['id'], ['reverses_id'], ['book_id', 'month', 'voucher']],
      checks: {
        ck_ledger_entries_lines: 'line_count >= 2 AND total_fen > 0',
        ck_ledger_entries_reversal: "(source_type = 'reversal') = (reverses_id IS NOT NULL)",
      },
    })
    await schema.createTable('ledger_lines', {
      columns: {
        book_id: id(), position: int(), line_number: int(), account: code(12), side: code(6), amount_fen: fen(),
      },
      primaryKey: ['book_id', 'position', 'line_number'],
      indices: [['book_id', 'account', 'position']],
      checks: {
        ck_ledger_lines_amount: "amount_fen > 0 AND side IN ('debit', 'credit')",
      },
    })
    await schema.createTable('ledger_turnovers', {
      columns: {
        book_id: id(), month: code(7), account: code(12), kind: code(12), debit_fen: fen(), credit_fen: fen(),
      },
      primaryKey: ['book_id', 'month', 'account', 'kind'],
    })
    await schema.createTable('ledger_uses', {
      columns: {
        book_id: id(), month: code(7), direction: code(4), account: code(12), amount_fen: fen(),
      },
      primaryKey: ['book_id', 'month', 'direction', 'account'],
    })
    await schema.createTable('ledger_flows', {
      columns: {
        book_id: id(), month: code(7), in_fen: fen(), out_fen: fen(), corrected_fen: fen(), opening_fen: fen(),
      },
      primaryKey: ['book_id', 'month'],
    })
    await schema.createTable('ledger_logs', {
      columns: {
        book_id: id(), size: int(), frontier: json(), root: code(64),
      },
      primaryKey: ['book_id'],
    })
    await schema.createTable('ledger_nodes', {
      columns: {
        book_id: id(), level: int(), node_index: int(), hash: code(64),
      },
      primaryKey: ['book_id', 'level', 'node_index'],
    })
    await schema.createTable('ledger_heads', {
      columns: {
        book_id: id(), size: int(), root: code(64), note: longText(), signed_at: instant(),
        witnessed_at: nullable(instant()),
      },
      primaryKey: ['book_id', 'size'],
    })
    await schema.createTable('ledger_findings', {
      columns: {
        id: id(), book_id: id(), village_id: id(), kind: code(24), about: nullable(code(64)),
        position: nullable(int()), words: longText(), found_at: instant(), cleared_at: nullable(instant()),
      },
      primaryKey: ['id'],
      indices: [['book_id', 'found_at']],
    })
    await schema.createTable('ledger_checks', {
      columns: {
        book_id: id(), checked_at: instant(), size: int(), is_sound: bool(),
      },
      primaryKey: ['book_id'],
    })
    await schema.createTable('ledger_assets', {
      columns: {
        id: id(), book_id: id(), kind: code(16), name: text(60), place: text(60), original_fen: fen(),
        acquired_on: nullable(date()), use: code(8),
      },
      primaryKey: ['id'],
      indices: [['book_id']],
    })
    await schema.createTable('ledger_resources', {
      columns: {
        id: id(), book_id: id(), kind: code(16), name: text(60), place: text(60), area_centi_mu: int(),
        use: code(8),
      },
      primaryKey: ['id'],
      indices: [['book_id']],
    })
    await schema.createTable('ledger_contracts', {
      columns: {
        id: id(), book_id: id(), kind: code(8), holding_id: id(), title: text(60), tenant: text(60),
        from_on: date(), to_on: date(), rent: json(), ended_on: nullable(date()),
      },
      primaryKey: ['id'],
      indices: [['book_id']],
    })
    await schema.createTable('ledger_objections', {
      columns: {
        id: id(), book_id: id(), month: code(7), entry_id: nullable(id()), words: longText(), raised_by: id(),
        raised_at: instant(), answer_words: nullable(longText()), answered_by: nullable(id()),
        answered_at: nullable(instant()),
      },
      primaryKey: ['id'],
      indices: [['book_id', 'month']],
    })

    // Whatever road a statement comes by: what is posted stays as it is, without gaps, and adds up.
    await schema.refuse('ledger_entry_is_final', 'UPDATE', 'ledger_entries')
    await schema.refuse('ledger_entry_stays', 'DELETE', 'ledger_entries')
    await schema.refuse('ledger_line_is_final', 'UPDATE', 'ledger_lines')
    await schema.refuse('ledger_line_stays', 'DELETE', 'ledger_lines')
    await schema.refuse(
      'ledger_line_before_entry', 'INSERT', 'ledger_lines',
      'EXISTS (SELECT 1 FROM ledger_entries e WHERE e.book_id = NEW.book_id AND e.position = NEW.position)',
    )
    await schema.refuse('ledger_entry_without_gap', 'INSERT', 'ledger_entries', ENTRY_LEAVES_GAP)
    await schema.refuse('ledger_entry_adds_up', 'INSERT', 'ledger_entries', ENTRY_DOES_NOT_ADD_UP)
    await schema.refuse('ledger_month_is_shut', 'INSERT', 'ledger_entries', MONTH_IS_SHUT)
  },

  async down(schema) {
    const tables = [
      'ledger_objections', 'ledger_contracts', 'ledger_resources', 'ledger_assets', 'ledger_checks',
      'ledger_findings', 'ledger_heads', 'ledger_nodes', 'ledger_logs', 'ledger_flows', 'ledger_uses',
      'ledger_turnovers', 'ledger_lines', 'ledger_entries', 'ledger_policies', 'ledger_reserves',
      'ledger_money_days', 'ledger_money', 'ledger_months', 'ledger_sub_accounts', 'ledger_books',
    ]
    // Triggers go with their tables.
    for (const table of tables) await schema.dropTable(table)
  },
}
