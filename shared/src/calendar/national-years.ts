import type { CalendarYear } from './work-calendar'

/**
 * 国务院办公厅关于部分节假日安排的通知, one for each year. A year that has not been announced is not in here.
 */
export const NATIONAL_YEARS: readonly CalendarYear[] = [
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号，2024年11月12日）',
    holidays: [
      { name: '元旦', fromOn: '2025-01-01', toOn: '2025-01-01' },
      { name: '春节', fromOn: '2025-01-28', toOn: '2025-02-04' },
      { name: '清明节', fromOn: '2025-04-04', toOn: '2025-04-06' },
      { name: '劳动节', fromOn: '2025-05-01', toOn: '2025-05-05' },
      { name: '端午节', fromOn: '2025-05-31', toOn: '2025-06-02' },
      { name: '国庆节、中秋节', fromOn: '2025-10-01', toOn: '2025-10-08' },
    ],
    makeUpDays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
    holidays: [
      { name: '元旦', fromOn: '2026-01-01', toOn: '2026-01-03' },
      { name: '春节', fromOn: '2026-02-15', toOn: '2026-02-23' },
      { name: '清明节', fromOn: '2026-04-04', toOn: '2026-04-06' },
      { name: '劳动节', fromOn: '2026-05-01', toOn: '2026-05-05' },
      { name: '端午节', fromOn: '2026-06-19', toOn: '2026-06-21' },
      { name: '中秋节', fromOn: '2026-09-25', toOn: '2026-09-27' },
      { name: '国庆节', fromOn: '2026-10-01', toOn: '2026-10-07' },
    ],
    makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]
