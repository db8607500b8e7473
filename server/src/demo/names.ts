import type { Chance } from './chance'

const SURNAMES = Array.from(
  '王李张刘陈杨黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
)

const GIVEN = {
  oldWoman: '秀英 桂香 玉兰 凤英 桂花 素珍 秀兰 玉珍 兰英 翠英 春花 月娥 金莲 菊香 腊梅 银秀 冬梅 满秀 淑芳 友珍 梅香 元秀 细妹 云香',
  oldMan: '建国 国强 德贵 长根 福生 有根 水生 金生 树林 玉山 大山 明德 德胜 家旺 庆丰 光明 正林 永福 桂生 冬生 满堂 茂林 春生 来福',
  woman: '丽娟 晓燕 海霞 艳红 小芳 玉梅 雪梅 春梅 丽华 红霞 晓红 敏 静 丽 娟 燕 芳 霞 玲 莉 萍 慧 洁 倩 雅琴 秋菊 文静 爱华',
  man: '建军 志强 海波 国栋 文斌 伟 强 勇 军 磊 涛 斌 超 峰 鹏 俊 志明 小龙 卫东 新华 晓东 立新 少华 光辉 永刚 海林 春林 启明',
  young: '子轩 浩然 梓涵 雨桐 思远 佳怡 宇航 欣怡 俊杰 嘉豪 诗涵 梦瑶 天宇 晨曦 一鸣 若曦 博文 静怡 家乐 心怡 志远 书瑶 泽宇 晓萌',
}

export type Age = 'old' | 'grown' | 'young'

/** An invented name. That somebody in a large country bears it is chance. */
export function inventName(chance: Chance, age: Age): string {
  const pool = age === 'young' ? GIVEN.young : poolOf(age, chance.happens(0.5))
  return chance.pick(SURNAMES) + chance.pick(pool.split(' '))
}

function poolOf(age: 'old' | 'grown', isWoman: boolean): string {
  if (age === 'old') return isWoman ? GIVEN.oldWoman : GIVEN.oldMan
  return isWoman ? GIVEN.woman : GIVEN.man
}
