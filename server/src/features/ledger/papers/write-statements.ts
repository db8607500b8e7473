import type { Statement, StatementRow, StatementsAnswer } from '@huiying/shared/ledger'
import writeSheets, { type Cell, type Sheet } from 'write-excel-file/node'
import { AS_YUAN, HEADING, yuanNumber } from '../../../platform/workbook/cell-styles'
import { lastDayWords, SIGNATURES, UNIT_WORDS } from './paper-words'

const LABEL_WIDTH = 34
const NUMBER_WIDTH = 7
const AMOUNT_WIDTH = 20

/** The statements as an .xlsx file, one to a sheet; amounts are numbers that can be added up. */
export function writeStatements(answer: StatementsAnswer): Promise<Buffer> {
  return writeSheets(answer.statements.map((statement) => statementSheet(answer, statement))).toBuffer()
}

function statementSheet({ book, month }: StatementsAnswer, { title, columns, rows }: Statement): Sheet<never> {
  const headings = ['项目', '行次', ...columns].map((value): Cell => ({ ...HEADING, value, borderStyle: 'thin' }))
  return {
    sheet: title,
    data: [
      [{ value: title, fontWeight: 'bold', fontSize: 16, align: 'center', columnSpan: headings.length }],
      [{ value: `编制单位：${book.name}` }, null, { value: lastDayWords(month) }, { value: UNIT_WORDS, align: 'right' }],
      headings,
      ...rows.map(statementRow),
      [],
      SIGNATURES.flatMap((who, index): Cell[] => (index === 1 ? [null, { value: `${who}：` }] : [{ value: `${who}：` }])),
    ],
    columns: [{ width: LABEL_WIDTH }, { width: NUMBER_WIDTH }, ...columns.map(() => ({ width: AMOUNT_WIDTH }))],
    stickyRowsCount: 3,
  }
}

function statementRow({ label, depth, isTotal, amountsFen }: StatementRow, index: number): Cell[] {
  const weight = isTotal ? { fontWeight: 'bold' as const } : {}
  return [
    { value: label, indent: depth, borderStyle: 'thin', ...weight },
    { value: index + 1, type: Number, align: 'center', borderStyle: 'thin' },
    ...amountsFen.map((amountFen): Cell => ({ ...AS_YUAN, value: yuanNumber(amountFen), borderStyle: 'thin', ...weight })),
  ]
}
