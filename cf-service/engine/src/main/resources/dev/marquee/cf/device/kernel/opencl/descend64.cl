__kernel void descend(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *stride, __global uchar *directions, __global uchar *images, __global uchar *features, __global uchar *residuals, __global uchar *sizes, __private int k)
{
  bool b_10;
  float f_19, f_23, f_25, f_26, f_28, f_30, f_31, f_32;
  int i_7, i_8, i_9, i_11, i_12, i_13, i_14, i_15;
  long l_16, l_17, l_20, l_21;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_6, ul_18, ul_22, ul_24, ul_27, ul_29;

  // BLOCK 0
  ul_0  =  (ulong) stride;
  ul_1  =  (ulong) directions;
  ul_2  =  (ulong) images;
  ul_3  =  (ulong) features;
  ul_4  =  (ulong) residuals;
  ul_5  =  (ulong) sizes;
  ul_6  =  ul_5 + 0L;
  i_7  =  *((__global int *) ul_6);
  i_8  =  get_global_id(0);
  i_9  =  i_7 << 6;
  b_10  =  i_8 < i_9;
  if(b_10)
  {
    // BLOCK 1
    i_11  =  i_8 >> 31;
    i_12  =  i_11 >> 26;
    i_13  =  i_12 + i_8;
    i_14  =  i_13 & -64;
    i_15  =  i_8 - i_14;
    l_16  =  (long) i_15;
    l_17  =  l_16 << 2;
    ul_18  =  ul_0 + l_17;
    f_19  =  *((__global float *) ul_18);
    l_20  =  (long) i_8;
    l_21  =  l_20 << 2;
    ul_22  =  ul_3 + l_21;
    f_23  =  *((__global float *) ul_22);
    ul_24  =  ul_1 + l_21;
    f_25  =  *((__global float *) ul_24);
    f_26  =  fma(f_19, f_25, f_23);
    *((__global float *) ul_22)  =  f_26;
    ul_27  =  ul_4 + l_21;
    f_28  =  *((__global float *) ul_27);
    ul_29  =  ul_2 + l_21;
    f_30  =  *((__global float *) ul_29);
    f_31  =  f_30 * f_19;
    f_32  =  f_28 - f_31;
    *((__global float *) ul_27)  =  f_32;
  }  // B0
  else
  {
    // BLOCK 2
  }  // B0
  // BLOCK 3 MERGES [2 1 ]
  return;
}  //  kernel
