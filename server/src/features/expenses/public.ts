export { expenseInBrief, type ExpenseInBrief } from './expense-in-brief'
export { publishExpenses } from './publish-expenses'
export { relativesOf } from './signing-ground'
export { peopleOfVillage } from './people-of-village.board'
