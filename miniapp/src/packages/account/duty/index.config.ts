export default definePageConfig({
  navigationBarTitleText: '谁值班',
})
