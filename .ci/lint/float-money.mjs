const moneyName = /(Fen|Yuan)$|^(fen|yuan)$/
const scaling = new Set(['*', '/', '*=', '/='])

/** Money is a whole number of fen. Yuan exists only as text, made and read in the kernel. */
export const floatMoney = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      float: 'A float on its way. Money is whole fen; text to fen and back is parseYuan and formatYuan of the kernel.',
      fraction: 'A fraction of a fen. Amounts are whole numbers.',
    },
  },
  create(context) {
    const isHundred = (node) => node.type === 'Literal' && (node.value === 100 || node.value === 0.01)
    const isMoney = (node) => moneyName.test(nameOf(node))
    const check = (node) => {
      if (!scaling.has(node.operator)) return
      if ((isHundred(node.left) && isMoney(node.right)) || (isHundred(node.right) && isMoney(node.left))) {
        context.report({ node, messageId: 'float' })
      }
    }
    const checkFraction = (value, name, node) => {
      if (value?.type === 'Literal' && typeof value.value === 'number' && !Number.isInteger(value.value) && moneyName.test(name)) {
        context.report({ node, messageId: 'fraction' })
      }
    }
    return {
      'CallExpression[callee.name="parseFloat"]': (node) => context.report({ node, messageId: 'float' }),
      'MemberExpression[property.name=/^(parseFloat|toFixed)$/]': (node) => context.report({ node, messageId: 'float' }),
      BinaryExpression: check,
      AssignmentExpression: check,
      VariableDeclarator: (node) => checkFraction(node.init, nameOf(node.id), node),
      Property: (node) => checkFraction(node.value, nameOf(node.key), node),
    }
  },
}

/** The last name in `ticket.amountFen`, `amountFen` or `amountFen!`; '' for anything else. */
function nameOf(node) {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MemberExpression') return node.property.name ?? ''
  return node.expression ? nameOf(node.expression) : ''
}
