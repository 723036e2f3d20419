/** The 97.5 % quantile of the standard normal distribution: two-sided 95 %. R: `qnorm(0.975)`. */
export const Z_95 = 1.959963984540054;

/** Its 99.9 % quantile: two-sided 99.8 %, about three standard errors. R: `qnorm(0.999)`. */
export const Z_998 = 3.090232306167813;
