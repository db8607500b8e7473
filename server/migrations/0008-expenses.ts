import { bool, code, date, fen, id, instant, int, json, longText, nullable, text } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

const SIGNED = ['nonce', 'revision', 'slot', 'person_id', 'digest', 'at', 'level', 'drawing_id', 'drawing_sha256']

/** A signature may be voided, once, and nothing else may become of it. */
function isRewritten(paper: string, voidedAt: string): string {
  return `${differs([paper, ...SIGNED])} OR OLD.${voidedAt} IS NOT NULL`
}

/** None of these columns may ever be empty: a comparison with NULL would let the change pass. */
function differs(columns: readonly string[]): string {
  return columns.map((column) => `NEW.${column} <> OLD.${column}`).join(' OR ')
}

/** Five signatures, three for the seal, and what a file belongs to, which is not always a ticket any more. */
export const migration: Migration = {
  async up(schema) {
    await schema.addColumn('notice_preferences', 'money', nullable(bool()))
    await schema.addColumn('files', 'subject_id', nullable(id()))
    await schema.addColumn('files', 'alike_hash', nullable(code(16)))
    await schema.addColumn('tickets', 'entry_id', nullable(id()))
    await schema.createIndex('tickets', ['entry_id', 'id'])
    await schema.run('UPDATE files SET subject_id = ticket_id')
    await schema.dropIndex('files', 'ix_files_ticket_id_created_at')
    await schema.dropColumn('files', 'ticket_id')
    await schema.createIndex('files', ['subject_id', 'created_at'])
    await schema.createTable('signing_challenges', {
      columns: {
        nonce: code(64), subject_id: id(), slot: code(16), person_id: id(), revision: int(), digest: code(64),
        issued_at: instant(), expires_at: instant(), used_at: nullable(instant()),
      },
      primaryKey: ['nonce'],
      indices: [['expires_at']],
    })
    await schema.createTable('signature_drawings', {
      columns: {
        id: id(), person_id: id(), sha256: code(64), strokes: longText(), drawn_at: instant(),
      },
      primaryKey: ['id'],
      uniques: [['sha256']],
    })
    await schema.createTable('expenses', {
      columns: {
        id: id(), village_id: id(), sub_district_id: id(), book_id: id(), status: code(12), policy_version: int(),
        terms: json(), created_at: instant(), waiting_since_at: nullable(instant()), reminded_count: int(),
        approved_at: nullable(instant()), payment: nullable(json()), postings: json(), ended: nullable(json()),
        version: int(), revision: int(), amount_fen: fen(), purpose: text(100), account_code: code(12),
        incurred_on: code(10), submitted_at: nullable(instant()), payee_name: text(60),
        payee_person_id: nullable(id()), payee_key: nullable(code(64)), decision_id: nullable(id()),
        handler_id: nullable(id()), witness_id: nullable(id()),
      },
      primaryKey: ['id'],
      indices: [
        ['village_id', 'status', 'created_at'], ['sub_district_id', 'status', 'waiting_since_at'], ['payee_key'],
        ['decision_id'], ['handler_id', 'status'], ['witness_id', 'status'],
      ],
    })
    await schema.createTable('expense_revisions', {
      columns: {
        expense_id: id(), number: int(), content: json(), digest: code(64), saved_at: instant(), saved_by: id(),
        submitted_at: nullable(instant()), weighed_fen: nullable(fen()), over: nullable(json()),
      },
      primaryKey: ['expense_id', 'number'],
    })
    await schema.createTable('expense_signatures', {
      columns: {
        nonce: code(64), expense_id: id(), revision: int(), slot: code(16), person_id: id(), digest: code(64),
        at: instant(), level: code(8), drawing_id: id(), drawing_sha256: code(64), voided_at: nullable(instant()),
        voided_how: nullable(code(24)),
      },
      primaryKey: ['nonce'],
      indices: [['expense_id', 'revision'], ['person_id', 'at']],
      uniques: [['drawing_sha256']],
    })
    await schema.createTable('expense_vouchers', {
      columns: {
        expense_id: id(), file_id: id(), village_id: id(), sub_district_id: id(), sha256: code(64),
        invoice_key: nullable(code(64)), invoice_code: nullable(code(32)), invoice_number: nullable(code(32)),
        alike_hash: nullable(code(16)), added_at: instant(),
      },
      primaryKey: ['expense_id', 'file_id'],
      indices: [['sub_district_id', 'sha256'], ['sub_district_id', 'invoice_key'], ['sub_district_id', 'added_at']],
    })
    await schema.createTable('voucher_claims', {
      columns: {
        sub_district_id: id(), claim: code(96), expense_id: id(),
      },
      primaryKey: ['sub_district_id', 'claim'],
      indices: [['expense_id']],
    })
    await schema.createTable('village_decisions', {
      columns: {
        id: id(), village_id: id(), sub_district_id: id(), title: text(100), method: code(16), passed_on: date(),
        budget_fen: fen(), present_count: int(), yes_count: int(), file_ids: json(), recorded_by: id(),
        recorded_at: instant(), voided_at: nullable(instant()),
      },
      primaryKey: ['id'],
      indices: [['village_id', 'passed_on']],
    })
    await schema.createTable('kinships', {
      columns: {
        id: id(), village_id: id(), sub_district_id: id(), person_id: id(), relative_id: id(), kind: code(16),
        recorded_by: id(), recorded_at: instant(),
      },
      primaryKey: ['id'],
      indices: [['village_id'], ['relative_id']],
      uniques: [['person_id', 'relative_id']],
    })
    await schema.createTable('expense_policies', {
      columns: {
        sub_district_id: id(), version: int(), first_on: date(), terms: json(),
      },
      primaryKey: ['sub_district_id', 'version'],
    })
    await schema.createTable('seal_requests', {
      columns: {
        id: id(), village_id: id(), sub_district_id: id(), status: code(12), created_at: instant(),
        waiting_since_at: nullable(instant()), approved_at: nullable(instant()), version: int(),
      },
      primaryKey: ['id'],
      indices: [['village_id', 'status', 'created_at']],
    })
    await schema.createTable('seal_revisions', {
      columns: {
        request_id: id(), number: int(), content: json(), digest: code(64), saved_at: instant(), saved_by: id(),
        over: nullable(json()),
      },
      primaryKey: ['request_id', 'number'],
    })
    await schema.createTable('seal_signatures', {
      columns: {
        nonce: code(64), request_id: id(), revision: int(), slot: code(16), person_id: id(), digest: code(64),
        at: instant(), level: code(8), drawing_id: id(), drawing_sha256: code(64),
        taken_back_at: nullable(instant()),
      },
      primaryKey: ['nonce'],
      indices: [['request_id', 'revision']],
      uniques: [['drawing_sha256']],
    })
    await schema.createTable('seal_uses', {
      columns: {
        id: id(), request_id: id(), village_id: id(), year: int(), number: int(), document_sha256: code(64),
        copies: int(), used_by: id(), at: instant(),
      },
      primaryKey: ['id'],
      indices: [['request_id']],
      uniques: [['village_id', 'year', 'number']],
    })
    await schema.createTable('file_masks', {
      columns: {
        file_id: id(), masked_id: id(), boxes: json(), made_by: id(), made_at: instant(),
      },
      primaryKey: ['file_id'],
    })

    await schema.refuse('expense_signature_stays', 'DELETE', 'expense_signatures')
    await schema.refuse('expense_signature_is_final', 'UPDATE', 'expense_signatures', isRewritten('expense_id', 'voided_at'))
    await schema.refuse('expense_revision_stays', 'DELETE', 'expense_revisions')
    const bound = ['number', 'content', 'digest']
    await schema.refuse('expense_revision_is_final', 'UPDATE', 'expense_revisions', differs(['expense_id', ...bound]))
    await schema.refuse('seal_signature_stays', 'DELETE', 'seal_signatures')
    await schema.refuse('seal_signature_is_final', 'UPDATE', 'seal_signatures', isRewritten('request_id', 'taken_back_at'))
    await schema.refuse('seal_revision_stays', 'DELETE', 'seal_revisions')
    await schema.refuse('seal_revision_is_final', 'UPDATE', 'seal_revisions', differs(['request_id', ...bound]))
    await schema.refuse('seal_use_is_final', 'UPDATE', 'seal_uses')
    await schema.refuse('seal_use_stays', 'DELETE', 'seal_uses')
  },

  async down(schema) {
    const tables = [
      'file_masks', 'seal_uses', 'seal_signatures', 'seal_revisions', 'seal_requests', 'expense_policies',
      'kinships', 'village_decisions', 'voucher_claims', 'expense_vouchers', 'expense_signatures',
      'expense_revisions', 'expenses', 'signature_drawings', 'signing_challenges',
    ]
    for (const table of tables) await schema.dropTable(table)
    await schema.dropColumn('notice_preferences', 'money')
    await schema.dropIndex('tickets', 'ix_tickets_entry_id_id')
    await schema.dropColumn('tickets', 'entry_id')
    await schema.addColumn('files', 'ticket_id', nullable(id()))
    await schema.run('UPDATE files SET ticket_id = subject_id')
    await schema.dropIndex('files', 'ix_files_subject_id_created_at')
    await schema.createIndex('files', ['ticket_id', 'created_at'])
    await schema.dropColumn('files', 'subject_id')
    await schema.dropColumn('files', 'alike_hash')
  },
}
