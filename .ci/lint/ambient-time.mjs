const localGetters = /^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$|^getTimezoneOffset$|^toLocale(Date|Time)?String$|^to(Date|Time)String$/

/** Time comes from the clock that is handed in: only so can a test stand at 10:00:00.001. */
export const ambientTime = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      now: 'Ambient time. Take `now` from the injected clock, once per use case.',
      zone: 'Depends on the time zone of the machine. Use the China calendar of the kernel.',
    },
  },
  create(context) {
    const isDate = (node) => node.type === 'Identifier' && node.name === 'Date'
    return {
      'MemberExpression[object.name="Date"][property.name="now"]': (node) => context.report({ node, messageId: 'now' }),
      NewExpression(node) {
        if (!isDate(node.callee)) return
        if (node.arguments.length === 0) context.report({ node, messageId: 'now' })
        // Year, month, day … are read in the machine's zone.
        if (node.arguments.length > 1) context.report({ node, messageId: 'zone' })
      },
      CallExpression(node) {
        if (isDate(node.callee)) context.report({ node, messageId: 'now' })
        const { callee } = node
        if (callee.type === 'MemberExpression' && localGetters.test(callee.property.name ?? '')) {
          context.report({ node: callee.property, messageId: 'zone' })
        }
      },
    }
  },
}
