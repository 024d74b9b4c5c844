String log = new File(basedir, 'build.log').text
assert log =~ /SoftplusGradientTest\.forwardHasTheRightGradient/
// parameter, index, both values, relative error
assert log =~ /Softplus\.forward: the gradient of slope \(3\) at \[\d\] is wrong: analytic -?[\d.E-]+, centred difference -?[\d.E-]+, relative error \d\.\d\de[-+]\d\d/
assert log =~ /Softplus\.forward: the gradient of x \(3\) at \[\d\] is wrong: analytic/
// derivatives given by hand, in either mode, with the names of the rules
assert log =~ /Waves\.energy \(by energyReverse\): the gradient of x \(3\) at \[\d\] is wrong: analytic/
assert log =~ /Waves\.cos \(by cosForward\): the gradient of a \(number\) at \[0\] is wrong: analytic/
return true
