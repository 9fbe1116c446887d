__kernel void squaredErrors(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *factors, __global uchar *biases, __global uchar *others, __global uchar *otherBiases, __global uchar *index, __global uchar *rating, __global uchar *segments, __global uchar *partial, __global uchar *sizes, __global uchar *numbers, __private int k)
{
  bool b_16, b_92, b_98, b_99;
  float f_34, f_38, f_45, f_47, f_50, f_54, f_61, f_63, f_68, f_69, f_74, f_75, f_76, f_77, f_79, f_80, f_81, f_83, f_84, f_86, f_87, f_88, f_93, f_95, f_96, f_100;
  int i_13, i_14, i_15, i_17, i_18, i_22, i_23, i_27, i_28, i_32, i_39, i_40, i_41, i_46, i_48, i_49, i_51, i_55, i_59, i_60, i_62, i_64, i_70, i_78, i_82, i_89, i_90, i_91, i_94, i_97;
  long l_19, l_20, l_24, l_25, l_29, l_30, l_35, l_36, l_42, l_43, l_56, l_57, l_65, l_66, l_71, l_72, l_101, l_102;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_6, ul_7, ul_8, ul_9, ul_12, ul_21, ul_26, ul_31, ul_33, ul_37, ul_44, ul_52, ul_53, ul_58, ul_67, ul_73, ul_85, ul_103;

  // BLOCK 0
  ul_0  =  (ulong) factors;
  ul_1  =  (ulong) biases;
  ul_2  =  (ulong) others;
  ul_3  =  (ulong) otherBiases;
  ul_4  =  (ulong) index;
  ul_5  =  (ulong) rating;
  ul_6  =  (ulong) segments;
  ul_7  =  (ulong) partial;
  ul_8  =  (ulong) sizes;
  ul_9  =  (ulong) numbers;
  __local float adf_10[128];
  __local float adf_11[64];
  ul_12  =  ul_8 + 0L;
  i_13  =  *((__global int *) ul_12);
  i_14  =  get_group_id(0);
  i_15  =  get_local_id(0);
  b_16  =  i_14 < i_13;
  if(b_16)
  {
    // BLOCK 1
    i_17  =  i_14 << 1;
    i_18  =  i_17 + i_14;
    l_19  =  (long) i_18;
    l_20  =  l_19 << 2;
    ul_21  =  ul_6 + l_20;
    i_22  =  *((__global int *) ul_21);
    i_23  =  i_18 + 1;
    l_24  =  (long) i_23;
    l_25  =  l_24 << 2;
    ul_26  =  ul_6 + l_25;
    i_27  =  *((__global int *) ul_26);
    i_28  =  i_18 + 2;
    l_29  =  (long) i_28;
    l_30  =  l_29 << 2;
    ul_31  =  ul_6 + l_30;
    i_32  =  *((__global int *) ul_31);
    ul_33  =  ul_9 + 0L;
    f_34  =  *((__global float *) ul_33);
    l_35  =  (long) i_22;
    l_36  =  l_35 << 2;
    ul_37  =  ul_1 + l_36;
    f_38  =  *((__global float *) ul_37);
    i_39  =  i_22 << 7;
    // BLOCK 2 MERGES [1 3 ]
    i_40  =  i_15;
    for(;i_40 < 128;)
    {
      // BLOCK 3
      i_41  =  i_39 + i_40;
      l_42  =  (long) i_41;
      l_43  =  l_42 << 2;
      ul_44  =  ul_0 + l_43;
      f_45  =  *((__global float *) ul_44);
      adf_10[i_40]  =  f_45;
      i_46  =  i_40 + 64;
      i_40  =  i_46;
    }  // B2
    // BLOCK 4
    f_47  =  f_34 + f_38;
    i_48  =  i_27;
    i_49  =  i_32;
    f_50  =  f_47;
  }  // B0
  else
  {
    // BLOCK 5
    i_48  =  0;
    i_49  =  0;
    f_50  =  0.0F;
  }  // B0
  // BLOCK 6 MERGES [5 4 ]
  barrier(CLK_LOCAL_MEM_FENCE);
  i_51  =  i_48 + i_15;
  ul_52  =  ul_9 + 8L;
  ul_53  =  ul_9 + 4L;
  // BLOCK 7 MERGES [6 17 ]
  f_54  =  0.0F;
  i_55  =  i_51;
  for(;i_55 < i_49;)
  {
    // BLOCK 8
    l_56  =  (long) i_55;
    l_57  =  l_56 << 2;
    ul_58  =  ul_4 + l_57;
    i_59  =  *((__global int *) ul_58);
    i_60  =  i_59 << 7;
    // BLOCK 9 MERGES [8 10 ]
    f_61  =  0.0F;
    i_62  =  0;
    for(;i_62 < 128;)
    {
      // BLOCK 10
      f_63  =  adf_10[i_62];
      i_64  =  i_60 + i_62;
      l_65  =  (long) i_64;
      l_66  =  l_65 << 2;
      ul_67  =  ul_2 + l_66;
      f_68  =  *((__global float *) ul_67);
      f_69  =  fma(f_63, f_68, f_61);
      i_70  =  i_62 + 1;
      f_61  =  f_69;
      i_62  =  i_70;
    }  // B9
    // BLOCK 11
    l_71  =  (long) i_59;
    l_72  =  l_71 << 2;
    ul_73  =  ul_3 + l_72;
    f_74  =  *((__global float *) ul_73);
    f_75  =  *((__global float *) ul_53);
    f_76  =  f_50 + f_74;
    f_77  =  f_76 + f_61;
    i_78  =  isless(f_77, f_75);
    if(i_78 == 1)
    {
      // BLOCK 12
      f_79  =  *((__global float *) ul_53);
      f_80  =  f_79;
    }  // B11
    else
    {
      // BLOCK 13
      f_80  =  f_77;
    }  // B11
    // BLOCK 14 MERGES [13 12 ]
    f_81  =  *((__global float *) ul_52);
    i_82  =  isless(f_81, f_80);
    if(i_82 == 1)
    {
      // BLOCK 15
      f_83  =  *((__global float *) ul_52);
      f_84  =  f_83;
    }  // B14
    else
    {
      // BLOCK 16
      f_84  =  f_80;
    }  // B14
    // BLOCK 17 MERGES [16 15 ]
    ul_85  =  ul_5 + l_57;
    f_86  =  *((__global float *) ul_85);
    f_87  =  f_86 - f_84;
    f_88  =  fma(f_87, f_87, f_54);
    i_89  =  i_55 + 64;
    f_54  =  f_88;
    i_55  =  i_89;
  }  // B7
  // BLOCK 18
  adf_11[i_15]  =  f_54;
  // BLOCK 19 MERGES [18 23 ]
  i_90  =  32;
  for(;i_90 >= 1;)
  {
    // BLOCK 20
    barrier(CLK_LOCAL_MEM_FENCE);
    i_91  =  i_90 >> 1;
    b_92  =  i_15 < i_90;
    if(b_92)
    {
      // BLOCK 21
      f_93  =  adf_11[i_15];
      i_94  =  i_90 + i_15;
      f_95  =  adf_11[i_94];
      f_96  =  f_93 + f_95;
      adf_11[i_15]  =  f_96;
    }  // B20
    else
    {
      // BLOCK 22
    }  // B20
    // BLOCK 23 MERGES [22 21 ]
    i_97  =  i_91;
    i_90  =  i_97;
  }  // B19
  // BLOCK 24
  barrier(CLK_LOCAL_MEM_FENCE);
  b_98  =  i_14 < i_13;
  if(b_98)
  {
    // BLOCK 25
    b_99  =  i_15 == 0;
    if(b_99)
    {
      // BLOCK 26
      f_100  =  adf_11[0];
      l_101  =  (long) i_14;
      l_102  =  l_101 << 2;
      ul_103  =  ul_7 + l_102;
      *((__global float *) ul_103)  =  f_100;
      return;
    }  // B25
    else
    {
      // BLOCK 27
      return;
    }  // B25
  }  // B24
  else
  {
    // BLOCK 28
  }  // B24
  // BLOCK 29 MERGES [28 27 26 ]
  return;
}  //  kernel
