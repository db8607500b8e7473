export default definePageConfig({
  navigationBarTitleText: '写开支',
})
