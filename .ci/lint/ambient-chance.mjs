const cryptoChance = new Set(['randomUUID', 'randomBytes', 'randomInt', 'randomFill', 'randomFillSync', 'getRandomValues', 'generateKeySync'])
const chancePackages = new Set(['ulid', 'nanoid', 'uuid'])

/** Chance comes from the platform's ids: a rule that rolls dice cannot be replayed. */
export const ambientChance = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { chance: 'Ambient chance. Take ids from the injected ids, secrets from the session tokens.' },
  },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'chance' })
    return {
      'MemberExpression[object.name="Math"][property.name="random"]': report,
      MemberExpression(node) {
        if (cryptoChance.has(node.property.name)) report(node)
      },
      ImportDeclaration(node) {
        if (chancePackages.has(node.source.value)) report(node)
        if (!/^(node:)?crypto$/.test(node.source.value)) return
        node.specifiers.filter((specifier) => cryptoChance.has(specifier.imported?.name)).forEach(report)
      },
    }
  },
}
