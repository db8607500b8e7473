// Whoever pulls while he writes his name would lose it.
export default definePageConfig({
  navigationBarTitleText: '签字',
})
