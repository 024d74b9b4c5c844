String log = new File(basedir, 'build.log').text
assert log.contains('app.ModelGradientTest')
assert log.contains('app.Model_BentGradientTest')
assert log =~ /Tests run: 2, Failures: 0, Errors: 0, Skipped: 0(?=\s*\R)/
return true
