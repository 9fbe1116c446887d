__kernel void priorTerms(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *x, __global uchar *means, __global uchar *weights, __global uchar *terms, __global uchar *sizes, __private int k)
{
  bool b_9;
  float f_17, f_21, f_23, f_25, f_26;
  int i_6, i_7, i_8, i_10, i_11, i_12, i_13;
  long l_14, l_15, l_18, l_19;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_16, ul_20, ul_22, ul_24;

  // BLOCK 0
  ul_0  =  (ulong) x;
  ul_1  =  (ulong) means;
  ul_2  =  (ulong) weights;
  ul_3  =  (ulong) terms;
  ul_4  =  (ulong) sizes;
  ul_5  =  ul_4 + 0L;
  i_6  =  *((__global int *) ul_5);
  i_7  =  get_global_id(0);
  i_8  =  i_6 << 6;
  b_9  =  i_7 < i_8;
  if(b_9)
  {
    // BLOCK 1
    i_10  =  i_7 >> 31;
    i_11  =  i_10 >> 26;
    i_12  =  i_11 + i_7;
    i_13  =  i_12 >> 6;
    l_14  =  (long) i_13;
    l_15  =  l_14 << 2;
    ul_16  =  ul_2 + l_15;
    f_17  =  *((__global float *) ul_16);
    l_18  =  (long) i_7;
    l_19  =  l_18 << 2;
    ul_20  =  ul_0 + l_19;
    f_21  =  *((__global float *) ul_20);
    ul_22  =  ul_1 + l_19;
    f_23  =  *((__global float *) ul_22);
    ul_24  =  ul_3 + l_19;
    f_25  =  f_21 - f_23;
    f_26  =  f_25 * f_17;
    *((__global float *) ul_24)  =  f_26;
  }  // B0
  else
  {
    // BLOCK 2
  }  // B0
  // BLOCK 3 MERGES [2 1 ]
  return;
}  //  kernel
