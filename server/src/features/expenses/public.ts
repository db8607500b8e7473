export { expenseInBrief, type ExpenseInBrief } from './expense-in-brief'
export { publishExpenses } from './publish-expenses'
export { relativesOf } from './signing-ground'
