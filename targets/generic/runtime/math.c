/* Functions of double that kernels call where Math.h of the code generator has only float's. */
double erf(double x);

double adze_erf_f64(double x) { return erf(x); }
