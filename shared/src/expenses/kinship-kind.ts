/** 近亲属 (民法典第一千零四十五条) and those by marriage whom the village's rules name too. */
export const KINSHIP_KINDS = ['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild', 'in-law'] as const
export type KinshipKind = (typeof KINSHIP_KINDS)[number]

export const KINSHIP_NAMES: Readonly<Record<KinshipKind, string>> = {
  spouse: '夫妻', parent: '父母', child: '子女', sibling: '兄弟姐妹', grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女', 'in-law': '儿媳、女婿、公婆、岳父母等',
}
