__kernel void sgdCopy(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *source, __global uchar *target, __global uchar *sizes)
{
  bool b_6;
  float f_12;
  int i_4, i_5, i_8, i_13;
  long l_9, l_10, l_14, l_15;
  ulong ul_0, ul_1, ul_2, ul_3, ul_7, ul_11, ul_16;

  // BLOCK 0
  ul_0  =  (ulong) source;
  ul_1  =  (ulong) target;
  ul_2  =  (ulong) sizes;
  ul_3  =  ul_2 + 0L;
  i_4  =  *((__global int *) ul_3);
  i_5  =  get_global_id(0);
  b_6  =  i_5 < i_4;
  if(b_6)
  {
    // BLOCK 1
    ul_7  =  ul_2 + 4L;
    i_8  =  *((__global int *) ul_7);
    l_9  =  (long) i_5;
    l_10  =  l_9 << 2;
    ul_11  =  ul_0 + l_10;
    f_12  =  *((__global float *) ul_11);
    i_13  =  i_8 + i_5;
    l_14  =  (long) i_13;
    l_15  =  l_14 << 2;
    ul_16  =  ul_1 + l_15;
    *((__global float *) ul_16)  =  f_12;
  }  // B0
  else
  {
    // BLOCK 2
  }  // B0
  // BLOCK 3 MERGES [2 1 ]
  return;
}  //  kernel
